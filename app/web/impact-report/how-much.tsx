// How much was done: places by theme as bars, and by board, theme and agency in tables.
import { BarChart } from "~/components/bar-chart";
import { Details } from "~/components/details";
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import type { ActivityRow, Report } from "~/domain/impact/impact";
import { activityInWords, cellInWords, countingNote, placesTitle } from "~/domain/impact/wording";
import { wholeNumber } from "~/shared/format";
import { ReportSection, type ReportSectionProps, TrailLink, type TrailTo } from "./section";

type Props = { report: Report; trail: TrailTo } & Pick<ReportSectionProps, "id" | "heading">;

export function HowMuch({ report, trail, ...section }: Props) {
  const { sessions, byBoard, byTheme, byAgency } = report.activity;
  const tables = [
    { caption: "By board", heading: "Board", rows: byBoard },
    { caption: "By theme", heading: "Theme", rows: byTheme },
    { caption: "By agency", heading: "Agency", rows: byAgency },
  ].filter(({ rows }) => rows.length > 0);
  const drawn = byTheme.length > 1 ? { rows: byTheme, by: "Theme" } : { rows: byBoard, by: "Board" };
  return (
    <ReportSection {...section} sentence={activityInWords(report)}>
      {sessions === 0 ? (
        <EmptyState
          title="Nothing delivered yet"
          text="Sessions count here once their registers are taken. Choose an earlier time to see what was done before."
          headingLevel={3}
        />
      ) : (
        <>
          {drawn.rows.length > 1 && (
            <BarChart
              title={placesTitle(drawn.rows, drawn.by)}
              intro={`Places taken up, by ${drawn.by.toLowerCase()}.`}
              rowHeading={drawn.by}
              unit="places"
              rows={drawn.rows.map(({ label, came }) =>
                came === null ? { label, withheld: cellInWords(null) } : { label, count: came },
              )}
            />
          )}
          {tables.length > 0 && (
            <Details summary="Show places by board, theme and agency">
              {tables.map((table) => (
                <ActivityTable key={table.caption} {...table} />
              ))}
            </Details>
          )}
          <p className="govuk-body-s">{countingNote}</p>
        </>
      )}
      <TrailLink to={trail} keys={[{ key: "places", about: "places taken up" }]} />
    </ReportSection>
  );
}

function ActivityTable({
  caption,
  heading,
  rows,
}: {
  caption: string;
  heading: string;
  rows: ActivityRow[];
}) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      columns={[
        { key: "label", heading },
        { key: "sessions", heading: "Sessions", numeric: true },
        { key: "came", heading: "Came", numeric: true },
        { key: "absent", heading: "Did not come", numeric: true },
      ]}
      rows={rows.map((row) => ({
        id: row.key,
        cells: {
          label: row.label,
          sessions: wholeNumber(row.sessions),
          came: cellInWords(row.came),
          absent: cellInWords(row.absent),
        },
      }))}
    />
  );
}
