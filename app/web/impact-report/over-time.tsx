// Change from session to session or quarter to quarter, and sessions beside one another without names.
import { FunnelChart } from "~/components/funnel-chart";
import { RunChart } from "~/components/run-chart";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report } from "~/domain/impact/impact";
import {
  flagInWords,
  fourRules,
  funnelInWords,
  funnelTitle,
  outsideInWords,
  overTimeInWords,
  overTimeTitle,
  withheldInWords,
} from "~/domain/impact/wording";
import { ReportSection, TrailLink, type TrailTo } from "./section";

export function ChangeOverTime({ report, trail }: { report: Report; trail: TrailTo }) {
  const { overTime, funnel } = report;
  const drawn =
    overTime !== null && !isWithheld(overTime) && overTime.points.some(({ value }) => value !== null);
  const sentence =
    overTime === null
      ? "There is nothing to show over time yet."
      : isWithheld(overTime)
        ? `The change over time: ${withheldInWords(overTime)}.`
        : overTimeInWords(overTime);
  return (
    <ReportSection
      id="over-time"
      heading="Change over time"
      sentence={sentence}
      method={<p className="govuk-body">{fourRules}</p>}
    >
      {drawn && (
        <RunChart
          title={overTimeTitle(overTime, "The change in confidence")}
          intro="Mean change in confidence from before to the end, in points on a scale of 0 to 10, oldest first."
          rowHeading="When"
          valueHeading="Mean change"
          missing="not shown"
          points={overTime.points.map(({ label, value, pairs, flags }) => ({
            label,
            value,
            n: pairs,
            signs: flags.map(flagInWords),
          }))}
          middle={
            overTime.middle === null
              ? null
              : { label: overTime.kind === "XmR" ? "Mean" : "Middle (median)", value: overTime.middle }
          }
          limits={
            overTime.lower === null || overTime.upper === null
              ? null
              : { lower: overTime.lower, upper: overTime.upper }
          }
        />
      )}
      {funnel !== null && (
        <>
          <h3 className="govuk-heading-m">Sessions beside one another</h3>
          <p className="govuk-body">{funnelInWords(funnel)}</p>
          {!isWithheld(funnel) && (
            <FunnelChart
              title={funnelTitle(funnel)}
              headingLevel={4}
              intro="The share of pairs that went up, by how many pairs a session has."
              overall={funnel.overall}
              marks={funnel.points.map(({ pairs, share, outside }) => ({
                pairs,
                share,
                outside: outside === "no" ? null : outsideInWords[outside],
              }))}
            />
          )}
        </>
      )}
      <TrailLink
        to={trail}
        keys={[
          ...(overTime === null ? [] : [{ key: "over-time", about: "change over time" }]),
          ...(funnel === null ? [] : [{ key: "funnel", about: "sessions beside one another" }]),
        ]}
      />
    </ReportSection>
  );
}
