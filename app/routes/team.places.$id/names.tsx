// Who is named so far.
import { Table } from "~/components/table";
import { paths } from "~/web/paths";
import type { HeldPage } from "./route";

export function Names({ names, passOn }: { names: HeldPage["held"]["names"]; passOn: boolean }) {
  if (names.length === 0) return <p className="govuk-body">Nobody is named yet.</p>;
  return (
    <Table
      caption="Named so far"
      columns={[
        { key: "who", heading: "Person" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={names.map(({ bookingId, personName, state }) => ({
        id: bookingId,
        cells: {
          who: <bdi>{personName}</bdi>,
          action: passOn && state === "confirmed" && (
            <a className="govuk-link" href={paths.teamSubstitute(bookingId)}>
              Give to a colleague<span className="govuk-visually-hidden">: {personName}</span>
            </a>
          ),
        },
      }))}
    />
  );
}
