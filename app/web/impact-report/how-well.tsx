// How well it was done: what people said at the end in bands, and how many of those asked said anything.
import { EmptyState } from "~/components/empty-state";
import { ResponseBars } from "~/components/response-bars";
import { ShareChart } from "~/components/share-chart";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report, ReturnRate } from "~/domain/impact/impact";
import {
  aimInWords,
  bandInWords,
  bandsMethod,
  howWellInWords,
  reactionsTitle,
  returnInWords,
  returnsTitle,
  slugKeys,
  stageNames,
  withheldInWords,
} from "~/domain/impact/wording";
import { ReportSection, type ReportSectionProps, TrailLink, type TrailTo } from "./section";

type Props = { report: Report; trail: TrailTo } & Pick<ReportSectionProps, "id" | "heading">;

const fillOf = { low: "dots", middle: "hatch", high: "solid" } as const;

export function HowWell({ report, trail, ...section }: Props) {
  const { reactions, returns } = report;
  const asked = returns.filter(({ owed }) => owed !== 0);
  return (
    <ReportSection
      {...section}
      sentence={howWellInWords(report)}
      method={<p className="govuk-body">{bandsMethod}</p>}
    >
      {reactions.length > 0 && (
        <ShareChart
          title={reactionsTitle(reactions)}
          intro="How the questions at the end were answered: low, middle and high answers on the scale of each."
          rowHeading="Question"
          unit="answers"
          rows={reactions.map(({ wording, bands }) =>
            isWithheld(bands)
              ? { label: wording, withheld: withheldInWords(bands) }
              : {
                  label: wording,
                  parts: bands.bands.map(({ labels, count }) => ({
                    label: bandInWords(labels),
                    count,
                    fill: fillOf[labels[0] ?? "low"],
                  })),
                },
          )}
        />
      )}
      {asked.length === 0 ? (
        <EmptyState
          title="Nobody has been asked yet"
          text="Questions go out when somebody books and at the end of each session."
          headingLevel={3}
        />
      ) : (
        <ResponseBars
          title={returnsTitle(returns)}
          intro="Of those asked at each time, the share who answered in time."
          rowHeading="When"
          rows={asked.map(returnRow)}
          note="Answers out of time are kept apart and are in no comparison."
        />
      )}
      <TrailLink
        to={trail}
        keys={[
          ...slugKeys(reactions).map((key, index) => ({
            key: `reaction-${key}`,
            about: `“${reactions[index]?.wording ?? ""}”`,
          })),
          { key: "returns", about: "how many answered" },
        ]}
      />
    </ReportSection>
  );
}

function returnRow(one: ReturnRate) {
  const words = { label: stageNames[one.stage], counts: returnInWords(one), plan: aimInWords(one) };
  if (isWithheld(one.rate)) return { ...words, withheld: withheldInWords(one.rate) };
  if (one.rate === null) return { ...words, withheld: "Nobody has been asked" };
  return { ...words, share: one.rate, aim: one.aim };
}
