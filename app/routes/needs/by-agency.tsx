// How each agency's people stand, each person counted once.
import { Table } from "~/components/table";
import type { ShownCounts } from "~/domain/needs/needs.server";
import { listed, wholeNumber } from "~/shared/format";
import { shareOf } from "./needs-in-words";
import type { ShownNeeds } from "./published";

const columns = [
  { key: "name", heading: "Agency" },
  { key: "people", heading: "People", numeric: true },
  { key: "required", heading: "Requirements", numeric: true },
  { key: "held", heading: "Held", numeric: true },
  { key: "reported", heading: "Said to be held", numeric: true },
  { key: "gap", heading: "Gap", numeric: true },
  { key: "unknown", heading: "Not known", numeric: true },
];

export function ByAgency({ agencies, people, requirements }: ShownNeeds) {
  return (
    <>
      <h2 className="govuk-heading-l">By agency</h2>
      {agencies === null ? (
        <p className="govuk-body">
          The agencies are not shown: beside the figures above they would give small numbers away.
        </p>
      ) : (
        <>
          <p className="govuk-body">
            A person is counted once for each of their requirements. Agencies are not ranked.
          </p>
          <Table
            caption="Requirements by agency and how people stand with them"
            captionSize="hidden"
            layout="scroll"
            columns={columns}
            rows={agencies.rows.map((row) => ({ id: row.name, cells: cellsOf(row) }))}
            foot={{ id: "all", cells: cellsOf({ name: "All agencies", people, counts: requirements }) }}
          />
          {agencies.together.length > 0 && (
            <p className="govuk-body">
              Other agencies are those with fewer than 10 people, and the next one where they are still too
              few: {listed(agencies.together)}.
            </p>
          )}
        </>
      )}
    </>
  );
}

function cellsOf({ name, people, counts }: { name: string; people: number | null; counts: ShownCounts }) {
  const { required, ...kinds } = counts;
  const shares = Object.entries(kinds).map(([kind, n]) => [
    kind,
    n === null
      ? "Withheld"
      : required === null || n === 0
        ? wholeNumber(n)
        : `${wholeNumber(n)}\u00a0(${shareOf(n, required)})`,
  ]);
  return { name, people: shown(people), required: shown(required), ...Object.fromEntries(shares) };
}

const shown = (n: number | null) => (n === null ? "Withheld" : wholeNumber(n));
