// What was kept weeks later, and whether those who told are like those who did not.
import { ChangeChart } from "~/components/change-chart";
import { InsetText } from "~/components/inset-text";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report } from "~/domain/impact/impact";
import {
  answerersDiffer,
  followUpInWords,
  keptMethod,
  keptTitle,
  nonResponseInWords,
} from "~/domain/impact/wording";
import { ReportSection, type ReportSectionProps, TrailLink, type TrailTo } from "./section";

type Props = { report: Report; trail: TrailTo } & Pick<ReportSectionProps, "id" | "heading">;

export function Kept({ report, trail, ...section }: Props) {
  const { followUp, nonResponse } = report;
  const differ = nonResponseInWords(nonResponse);
  const row = (
    label: string,
    { value, low, high }: { value: number; low: number | null; high: number | null },
  ) => ({
    label,
    before: null,
    after: null,
    change: value,
    low,
    high,
    n: isWithheld(followUp) ? 0 : followUp.people,
  });
  return (
    <ReportSection
      {...section}
      sentence={followUpInWords(followUp)}
      method={<p className="govuk-body">{keptMethod}</p>}
    >
      {differ !== null &&
        (!isWithheld(nonResponse) && nonResponse?.differ ? (
          <InsetText>
            <strong>{answerersDiffer}</strong>
            {differ.slice(answerersDiffer.length)}
          </InsetText>
        ) : (
          <p className="govuk-body">{differ}</p>
        ))}
      {!isWithheld(followUp) && (
        <ChangeChart
          title={keptTitle(followUp)}
          intro="Mean differences in confidence on a scale of 0 to 10, of those who answered all three times. The line is the 95% interval."
          zero="no difference"
          rows={[
            row("Weeks later, against before", followUp.held),
            row("Weeks later, against the end", followUp.fade),
          ]}
          note="Some fading is usual. It tells nothing of those who did not answer."
        />
      )}
      <TrailLink
        to={trail}
        keys={[
          { key: "kept", about: "weeks later" },
          ...(nonResponse === null ? [] : [{ key: "non-response", about: "those who did not answer" }]),
        ]}
      />
    </ReportSection>
  );
}
