// Practice measures over time beside the training that was meant to move them, each under the question of its audit.
import type { ReactNode } from "react";
import { Details } from "~/components/details";
import { EmptyState } from "~/components/empty-state";
import { MeasureChart } from "~/components/measure-chart";
import { Table } from "~/components/table";
import type { PracticeMeasure, Report } from "~/domain/impact/impact";
import {
  besideInWords,
  besideNotBecause,
  fewestForAMiddle,
  measureHeading,
  measureInWords,
  measureNote,
  measureOverTime,
  monthInWords,
} from "~/domain/impact/wording";
import { counted, plainDate, wholeNumber } from "~/shared/format";
import { ReportSection, TrailLink, type TrailTo } from "./section";

type MeasuresProps = { report: Report; trail: TrailTo; recorded?: ReactNode };

export function Measures({ report, trail, recorded }: MeasuresProps) {
  return (
    <ReportSection id="measures" heading="Practice measures, beside training" sentence={besideNotBecause}>
      {report.measures.length === 0 && (
        <EmptyState
          title="No practice measures yet"
          text="Audit and dataset figures appear here once they are recorded and named as what training is meant to move."
          headingLevel={3}
        />
      )}
      {recorded}
      {report.measures.map((measure) => (
        <Measure key={measure.number} measure={measure} trail={trail} />
      ))}
    </ReportSection>
  );
}

type MeasureProps = { measure: Report["measures"][number]; trail: TrailTo };

function Measure({ measure, trail }: MeasureProps) {
  const beside = besideInWords(measure);
  const baseline = measure.points.find((point) => point.target === null && point.outcome !== null);
  const heading = measureHeading(measure);
  const { middle, lower, upper, points, kind } = measureOverTime(measure);
  const enough = points.filter(({ value }) => value !== null).length >= fewestForAMiddle;
  return (
    <section className="app-measure">
      <MeasureChart
        title={heading}
        intro={
          measure.question === null ? measureInWords(measure) : `${measure.name}: ${measureInWords(measure)}`
        }
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
        levels={
          middle === null || !enough
            ? undefined
            : {
                label: kind === "XmR" ? "Mean" : "Middle (median)",
                middle,
                limits: lower === null || upper === null ? null : { lower, upper },
              }
        }
        note={measureNote(measure)}
      />
      {beside !== null && <p className="govuk-body">{beside}</p>}
      {measure.training.length > 0 && <Training measure={measure} />}
      <TrailLink to={trail} keys={[{ key: `measure-${measure.number}`, about: heading }]} />
    </section>
  );
}

function Training({ measure }: { measure: PracticeMeasure }) {
  return (
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
          cells: { title: row.title, deliveries: row.deliveries, attended: attendedInWords(row) },
        }))}
      />
    </Details>
  );
}

/** Blank in the records is "not recorded", never 0. */
function attendedInWords({ attended, unrecorded }: PracticeMeasure["training"][number]): string {
  if (attended === null) return "Not recorded";
  return unrecorded > 0
    ? `${wholeNumber(attended)} (${counted(unrecorded, "entry", "entries")} not recorded)`
    : wholeNumber(attended);
}
