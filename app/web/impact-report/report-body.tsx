// The report from its first sentence to its last measure; pages put their own title above it.
import type { ReactNode } from "react";
import type { Report } from "~/domain/impact/impact";
import { reportSections, type SectionKey } from "~/domain/impact/wording";
import { Courses } from "./courses";
import { Families } from "./families";
import { FirstScreen } from "./first-screen";
import { HowMuch } from "./how-much";
import { HowWell } from "./how-well";
import { Kept } from "./kept";
import { Learning } from "./learning";
import { Measures } from "./measures";
import { ChangeOverTime } from "./over-time";
import { Practice } from "./practice";
import type { TrailTo } from "./section";

export type ReportBodyProps = {
  report: Report;
  trail: TrailTo;
  /** Where a course's own report is. */
  course: (slug: string) => string | null;
  /** What stands under "What happens next"; a report of one course leaves it out. */
  next?: ReactNode;
  /** What was recorded of training before this service, over the practice measures. */
  recorded?: ReactNode;
};

const drawnBy: Record<Exclude<SectionKey, "families" | "next">, typeof HowMuch> = {
  "how-much": HowMuch,
  "how-well": HowWell,
  learning: Learning,
  kept: Kept,
  practice: Practice,
};

export function ReportBody({ report, trail, course, next, recorded }: ReportBodyProps) {
  return (
    <div className="app-report">
      <FirstScreen report={report} trail={trail} />
      {reportSections.map(({ key, heading }) => {
        if (key === "families") return <Families key={key} id={key} heading={heading} report={report} />;
        if (key === "next" && next === undefined) return null;
        if (key === "next")
          return (
            <section className="app-report__section" key={key} aria-labelledby={key}>
              <h2 className="govuk-heading-l" id={key}>
                {heading}
              </h2>
              {next}
            </section>
          );
        const Drawn = drawnBy[key];
        return <Drawn key={key} id={key} heading={heading} report={report} trail={trail} />;
      })}
      {report.slice.kind !== "course" && <Courses report={report} course={course} />}
      <ChangeOverTime report={report} trail={trail} />
      <Measures report={report} trail={trail} recorded={recorded} />
    </div>
  );
}
