// What whole sessions add up to: in all and by year, and apart from that by competency.
import { Table } from "~/components/table";
import type { Hours } from "~/domain/certificates/certificates.server";
import { counted, duration } from "~/shared/format";
import type { RecordPage } from "./route";

const cellsOf = (name: string, hours: Hours) => ({
  id: name,
  cells: { name, sessions: hours.sessions, length: duration(hours.minutes) },
});
const columnsFor = (heading: string) => [
  { key: "name", heading },
  { key: "sessions", heading: "Sessions", numeric: true },
  { key: "length", heading: "Length", numeric: true },
];

export function HoursDone({ hours: { total, years, competencies } }: Pick<RecordPage, "hours">) {
  return (
    <>
      <Table
        caption="Hours by year"
        dense
        columns={columnsFor("Year")}
        rows={years.map(({ year, ...hours }) => cellsOf(year, hours))}
        foot={cellsOf("In all", total)}
      />
      {competencies.length > 0 && (
        <>
          <Table
            caption="Hours by what they taught"
            dense
            columns={columnsFor("Competency")}
            rows={competencies.map(({ name, ...hours }) => cellsOf(name, hours))}
          />
          <p className="govuk-body">
            A session counts in full under each competency that its course teaches, and once in{" "}
            {duration(total.minutes)} in all. So these lines do not add up to the{" "}
            {counted(total.sessions, "session")} above. Only whole sessions count.
          </p>
        </>
      )}
    </>
  );
}
