// Who says that they work here, each with the two answers in the row.
import { SubmitButton } from "~/components/submit-button";
import { Table } from "~/components/table";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { PersonCell } from "./person-cell";
import type { TeamPage } from "./route";

export function Awaiting({ awaiting }: Pick<TeamPage, "awaiting">) {
  if (awaiting.length === 0) return null;
  return (
    <section id="awaiting">
      <Table
        caption="Do they work here?"
        columns={[
          { key: "who", heading: "Person" },
          { key: "work", heading: "Kind of work" },
          { key: "since", heading: "Joined" },
          { key: "action", heading: "Answer", headingHidden: true },
        ]}
        rows={awaiting.map((person) => ({
          id: person.id,
          cells: {
            who: <PersonCell person={person} linked={false} />,
            work: person.kindOfWork,
            since: plainDateAt(person.createdAt),
            action: (
              <form method="post" action={paths.team()} className="govuk-button-group">
                <input type="hidden" name="personId" value={person.id} />
                <SubmitButton name="intent" value="confirm" hidden={person.name}>
                  Confirm
                </SubmitButton>
                <SubmitButton name="intent" value="decline" variant="secondary" hidden={`: ${person.name}`}>
                  Does not work here
                </SubmitButton>
              </form>
            ),
          },
        }))}
      />
    </section>
  );
}
