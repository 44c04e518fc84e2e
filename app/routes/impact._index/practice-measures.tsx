// Audit figures of 2023 beside the training that named them: baseline, targets, outcomes, and what cannot be concluded.
import { Details } from "~/components/details";
import { EmptyState } from "~/components/empty-state";
import { MeasureChart } from "~/components/measure-chart";
import { Table } from "~/components/table";
import type { PracticeMeasure } from "~/domain/impact/impact";
import { besideNotBecause, measureInWords, monthInWords } from "~/domain/impact/wording";
import { counted, plainDate, wholeNumber } from "~/shared/format";

type PracticeMeasuresProps = {
  measures: PracticeMeasure[];
  recorded: { deliveries: number; titles: number; attended: number | null; unrecorded: number };
};

export function PracticeMeasures({ measures, recorded }: PracticeMeasuresProps) {
  if (measures.length === 0) {
    return (
      <EmptyState
        title="No practice measures yet"
        text="Audit and dataset figures appear here once they have been imported."
        headingLevel={3}
      />
    );
  }
  return (
    <>
      <p className="govuk-body">{besideNotBecause}</p>
      {recorded.deliveries > 0 && (
        <p className="govuk-body">
          Recorded for 2023: {counted(recorded.deliveries, "entry", "entries")} under{" "}
          {counted(recorded.titles, "title")}
          {recorded.attended !== null && `, with ${wholeNumber(recorded.attended)} attendances`}. For{" "}
          {counted(recorded.unrecorded, "entry", "entries")} nobody wrote down how many came.
        </p>
      )}
      {measures.map((measure) => (
        <Measure key={measure.number} measure={measure} />
      ))}
    </>
  );
}

function Measure({ measure }: { measure: PracticeMeasure }) {
  const baseline = measure.points.find((point) => point.target === null && point.outcome !== null);
  return (
    <section className="app-measure">
      <MeasureChart
        title={measure.number === "overall" ? measure.name : `${measure.number}. ${measure.name}`}
        intro={measureInWords(measure)}
        unit={measure.unit.startsWith("%") ? "%" : ` ${measure.unit}`}
        baseline={
          baseline?.outcome == null ? null : { month: monthInWords(baseline.period), value: baseline.outcome }
        }
        points={measure.points
          .filter((point) => point !== baseline)
          .map((point) => ({
            month: monthInWords(point.period),
            short: plainDate(`${point.period}-01`).replace(/^1 (\w{3})\w* \d\d(\d\d)$/, "$1 $2"),
            target: point.target,
            outcome: point.outcome,
          }))}
        note={measure.unit}
      />
      {measure.training.length > 0 && (
        <Details summary={`Training that named it (${counted(measure.training.length, "title")})`}>
          <Table
            caption={`Training recorded for ${measure.name}`}
            captionSize="hidden"
            columns={[
              { key: "title", heading: "Training" },
              { key: "deliveries", heading: "Entries", numeric: true },
              { key: "attended", heading: "Attendances recorded", numeric: true },
            ]}
            rows={measure.training.map((row) => ({
              id: row.title,
              cells: {
                title: row.title,
                deliveries: row.deliveries,
                attended: attendedInWords(row),
              },
            }))}
          />
        </Details>
      )}
    </section>
  );
}

/** Blank in the records is "not recorded", never 0. */
function attendedInWords({ attended, unrecorded }: PracticeMeasure["training"][number]): string {
  if (attended === null) return "Not recorded";
  return unrecorded > 0
    ? `${wholeNumber(attended)} (${counted(unrecorded, "entry", "entries")} not recorded)`
    : wholeNumber(attended);
}
