// Sessions and places by board and by theme.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import type { ActivityRow, ImpactReport } from "~/domain/impact/impact.server";
import { wholeNumber } from "~/shared/format";

export function Activity({ report }: { report: ImpactReport }) {
  if (report.sessions === 0) {
    return (
      <EmptyState
        title="Nothing delivered yet"
        text="Sessions count here once their registers are taken. Choose an earlier year to see what was done before."
        headingLevel={3}
      />
    );
  }
  return (
    <>
      <ActivityTable caption="By board" heading="Board" rows={report.byBoard} />
      <p className="govuk-body-s">
        A course that serves several boards counts for each, so these do not add up to a total.
      </p>
      <ActivityTable caption="By theme" heading="Theme" rows={report.byTheme} />
      <p className="govuk-body-s">
        “Not shown” keeps people from being recognised: a count of 1 to 4, or a count from which one could be
        worked out.
      </p>
    </>
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
  const count = (value: number | null) => (value === null ? "Not shown" : wholeNumber(value));
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
        id: row.label,
        cells: {
          label: row.label,
          sessions: wholeNumber(row.sessions),
          came: count(row.came),
          absent: count(row.absent),
        },
      }))}
    />
  );
}
