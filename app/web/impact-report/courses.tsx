// Courses as rows on one scale, in the order of their names: never ranked.
import { ChangeChart } from "~/components/change-chart";
import { Details } from "~/components/details";
import { EmptyState } from "~/components/empty-state";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import type { Report } from "~/domain/impact/impact";
import { courseNote, coursesInWords, notEnoughPairs } from "~/domain/impact/wording";
import { counted } from "~/shared/format";
import { changeRow } from "../impact-rows";
import { ReportSection } from "./section";

type CoursesProps = { report: Report; course: (slug: string) => string | null };

export function Courses({ report, course }: CoursesProps) {
  const shown = report.courses.filter(({ change }) => !isWithheld(change));
  const others = report.courses.filter(({ change }) => isWithheld(change));
  return (
    <ReportSection
      id="courses"
      heading="Course by course"
      sentence={coursesInWords(report)}
      method={<p className="govuk-body">{notEnoughPairs}</p>}
    >
      {report.courses.length === 0 && (
        <EmptyState
          title="No courses to show"
          text="A course appears once a session has been delivered and its register taken in this time."
          headingLevel={3}
        />
      )}
      {shown.length > 0 && (
        <ChangeChart
          title="Change in confidence, course by course"
          intro="Mean change on a scale of 0 to 10. The line is the 95% interval. Courses are in the order of their names: they are not ranked."
          rows={[
            changeRow("All together", report.confidence.change),
            ...shown.map(({ slug, title, change }) => ({
              ...changeRow(title, change),
              href: course(slug) ?? undefined,
            })),
          ]}
          note={courseNote}
        />
      )}
      {others.length > 0 && (
        <Details summary={`Courses whose change is not shown (${counted(others.length, "course")})`}>
          <ul className="govuk-list">
            {others.map(({ slug, title }) => {
              const href = course(slug);
              return (
                <li key={slug}>
                  {href === null ? (
                    title
                  ) : (
                    <a className="govuk-link" href={href}>
                      {title}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </Details>
      )}
    </ReportSection>
  );
}
