// What difference on the day: confidence, scored scenarios, single questions, and the checks on them.
import { ChangeChart, type ChangeRow } from "~/components/change-chart";
import { DirectionBar, type Direction as Drawn } from "~/components/direction-bar";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report } from "~/domain/impact/impact";
import {
  baselineInWords,
  changeTitle,
  directionInWords,
  learningSentence,
  methodInWords,
  nearTopInWords,
  notEnoughPairs,
  ofScenarios,
  responseShiftInWords,
  scenariosInWords,
  sizeInWords,
  slugKeys,
  withheldInWords,
} from "~/domain/impact/wording";
import { changeRow } from "../impact-rows";
import { ReportSection, type ReportSectionProps, TrailLink, type TrailTo } from "./section";

type Props = { report: Report; trail: TrailTo } & Pick<ReportSectionProps, "id" | "heading">;

export function Learning({ report, trail, ...section }: Props) {
  const { confidence, scenarios, activity, items } = report;
  const keys = slugKeys(items);
  const checks = [
    nearTopInWords(confidence),
    baselineInWords(report.baseline),
    responseShiftInWords(report.responseShift),
  ].filter((words) => words !== null);
  return (
    <ReportSection
      {...section}
      sentence={learningSentence(confidence, activity.came)}
      method={<Method report={report} />}
    >
      <ChangeChart
        title={changeTitle(confidence.change)}
        intro="Mean change in confidence from before to the end, on a scale of 0 to 10. The line is the 95% interval."
        rows={[
          changeRow("All questions together", confidence.change),
          ...items.map((item, index) => questionRow(item, trail(`item-${keys[index] ?? item.slug}`))),
        ]}
        note="Single questions describe: a difference between them may be chance. A fall can also mean that people learned how much there is to know."
      />
      <DirectionFigure direction={confidence.direction} />
      <p className="govuk-body">{scenariosInWords(scenarios, activity.came)}</p>
      {!isWithheld(scenarios.change) && (
        <ChangeChart
          title={changeTitle(scenarios.change, ofScenarios)}
          intro="Mean change in the share of scenarios answered rightly, in percentage points. The line is the 95% interval. Evidence A: scored."
          unit="percentage points"
          rows={[changeRow("All scenarios", scenarios.change)]}
        />
      )}
      {checks.map((words) => (
        <p className="govuk-body" key={words}>
          {words}
        </p>
      ))}
      <TrailLink
        to={trail}
        keys={[
          { key: "confidence", about: "confidence" },
          { key: "scenarios", about: "scenarios" },
          ...(report.baseline === null ? [] : [{ key: "baseline", about: "moved before any training" }]),
          ...(report.responseShift === null ? [] : [{ key: "response-shift", about: "seen in hindsight" }]),
        ]}
      />
    </ReportSection>
  );
}

const questionRow = (item: Report["items"][number], href: string | null): ChangeRow => ({
  ...changeRow(item.ofCourse ? `${item.wording} (this course only)` : item.wording, item.change),
  href: href ?? undefined,
});

function Method({ report: { confidence, scenarios } }: { report: Report }) {
  return (
    <>
      <p className="govuk-body">
        {isWithheld(confidence.change) ? notEnoughPairs : methodInWords(confidence.change)}
      </p>
      <p className="govuk-body">{sizeInWords(confidence)}</p>
      {!isWithheld(scenarios.change) && <p className="govuk-body">Scenarios: {sizeInWords(scenarios)}</p>}
    </>
  );
}

const drawnAs: Record<string, Drawn> = {
  improved: "improved",
  same: "same",
  declined: "declined",
  "improved,same": "improved or same",
  "same,declined": "same or declined",
};

function DirectionFigure({ direction }: { direction: Report["confidence"]["direction"] }) {
  const label = "People with both answers";
  const words = directionInWords(direction);
  return (
    <DirectionBar
      title={isWithheld(direction) ? "How many went up or down is not shown" : words}
      rows={[
        isWithheld(direction)
          ? { label, withheld: withheldInWords(direction) }
          : {
              label,
              counts: Object.fromEntries(
                direction.bands.flatMap((band) => {
                  const name = drawnAs[band.labels.join(",")];
                  return name ? [[name, band.count]] : [];
                }),
              ),
            },
      ]}
      note="Groups of fewer than five people are counted together with the next group."
    />
  );
}
