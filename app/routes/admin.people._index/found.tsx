// The people found, each with the way to their page.
import { Table } from "~/components/table";
import { Tag } from "~/components/tag";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { roleInWords, standingInWords } from "~/web/people-words";
import type { PeoplePage } from "./route";

type Person = PeoplePage["people"][number];

export function Found({ people }: Pick<PeoplePage, "people">) {
  return (
    <Table
      caption="People, by name"
      captionSize="hidden"
      dense
      columns={[
        { key: "name", heading: "Name" },
        { key: "agency", heading: "Agency" },
        { key: "work", heading: "Kind of work" },
        { key: "roles", heading: "Roles" },
      ]}
      rows={people.map((person) => ({
        id: person.id,
        cells: {
          name: <Name person={person} />,
          agency: <Agency person={person} />,
          work: person.kindOfWork,
          roles: person.roles.map((role) => roleInWords[role]).join(", "),
        },
      }))}
    />
  );
}

// A name may be written from right to left: on its own, it does not turn the words around it.
function Name({ person }: { person: Person }) {
  return (
    <>
      <a className="govuk-link" href={paths.adminPerson(person.id)}>
        <bdi>{person.name}</bdi>
      </a>
      <span className="app-line govuk-!-font-weight-regular govuk-!-text-break-word">
        {person.erased ? "" : person.email}
      </span>
      {person.disabledAt !== null && (
        <Tag colour="grey">
          {person.erased ? "Erased" : person.merged ? "Merged" : `Left ${plainDateAt(person.disabledAt)}`}
        </Tag>
      )}
    </>
  );
}

function Agency({ person }: { person: Person }) {
  const { agencyName, agencyStanding } = person;
  return (
    <>
      <span className="app-line">{agencyName}</span>
      {agencyStanding !== "confirmed" && (
        <Tag colour={agencyStanding === "awaiting" ? "orange" : "red"}>{standingInWords[agencyStanding]}</Tag>
      )}
    </>
  );
}
