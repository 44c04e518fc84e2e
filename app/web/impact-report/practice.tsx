// What became of what people said they would do, and what their managers saw.
import { ShareChart } from "~/components/share-chart";
import { Table } from "~/components/table";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report } from "~/domain/impact/impact";
import {
  lineManagersInWords,
  outcomeBand,
  practiceInWords,
  practiceMethod,
  practiceShares,
  practiceTitle,
  shownShare,
  withheldInWords,
} from "~/domain/impact/wording";
import { ReportSection, type ReportSectionProps, TrailLink, type TrailTo } from "./section";

type Props = { report: Report; trail: TrailTo } & Pick<ReportSectionProps, "id" | "heading">;

const fillOf = { done: "solid", partly: "hatch", "not yet": "dots", "no longer relevant": "open" } as const;

export function Practice({ report, trail, ...section }: Props) {
  const { practice } = report;
  const { outcomes, made } = practice;
  const label = "Commitments told of weeks later";
  return (
    <ReportSection
      {...section}
      sentence={practiceInWords(report)}
      method={<p className="govuk-body">{practiceMethod}</p>}
    >
      {made !== 0 && (
        <>
          <ShareChart
            title={practiceTitle(practice)}
            intro="What people said weeks later had become of what they had written down at the end. Evidence B."
            rowHeading="What was told of"
            unit="commitments"
            rows={[
              isWithheld(outcomes)
                ? { label, withheld: withheldInWords(outcomes) }
                : {
                    label,
                    parts: outcomes.bands.map(({ labels, count }) => ({
                      label: outcomeBand(labels),
                      count,
                      fill: fillOf[labels[0] ?? "done"],
                    })),
                  },
            ]}
          />
          <Table
            caption="How the shares differ by what they are shares of"
            captionSize="s"
            columns={[
              { key: "label", heading: "Share" },
              { key: "share", heading: "Figure" },
              { key: "told", heading: "Told" },
            ]}
            rows={practiceShares(practice).map(({ label: name, share, told }) => ({
              id: name,
              cells: { label: name, share: shownShare(share), told },
            }))}
          />
        </>
      )}
      <p className="govuk-body">{lineManagersInWords(practice)}</p>
      <TrailLink
        to={trail}
        keys={[
          { key: "commitments", about: "commitments" },
          { key: "managers", about: "what managers saw" },
        ]}
      />
    </ReportSection>
  );
}
