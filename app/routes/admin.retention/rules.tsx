// Every rule: what ends, after how long and why, how much is due, and when the next falls due.
import { Table } from "~/components/table";
import { retentionRules } from "~/domain/personal-data/personal-data";
import { counted, plainDate, wholeNumber } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RetentionPage } from "./route";

type Line = RetentionPage["lines"][number];

export function Rules({ page }: { page: RetentionPage }) {
  const columns = [
    { key: "records", heading: "Records" },
    { key: "kept", heading: "Kept for" },
    { key: "due", heading: "Due now" },
    { key: "next", heading: "Next due" },
  ];
  return (
    <Table
      caption="The rules"
      columns={
        page.mayChange ? [...columns, { key: "change", heading: "Change", headingHidden: true }] : columns
      }
      rows={page.lines.map((line) => ({
        id: line.code,
        cells: {
          records: <Records line={line} />,
          kept: <Kept line={line} />,
          due: <Due line={line} />,
          next: line.next === null ? "None" : plainDate(line.next),
          change: (
            <a className="govuk-link" href={paths.adminRetention({ change: line.code })}>
              Change
              <span className="govuk-visually-hidden">
                {" "}
                how long is kept: {retentionRules[line.code].records}
              </span>
            </a>
          ),
        },
      }))}
    />
  );
}

function Records({ line }: { line: Line }) {
  const { records, ends } = retentionRules[line.code];
  return (
    <>
      {records}
      <span className="app-line govuk-!-font-weight-regular">{ends}</span>
    </>
  );
}

function Kept({ line }: { line: Line }) {
  const { after, because } = retentionRules[line.code];
  return (
    <>
      {counted(line.months, "month")} after {after}.<span className="app-line">{because}</span>
    </>
  );
}

function Due({ line }: { line: Line }) {
  if (line.due === 0) return <>None</>;
  return (
    <>
      <strong>{wholeNumber(line.due)}</strong>
      {line.oldest && <span className="app-line">Oldest: {plainDate(line.oldest)}</span>}
    </>
  );
}
