// What the course is, the thread from reviews to outcomes, and what it asks of those who book.
import { InsetText } from "~/components/inset-text";
import { SummaryList } from "~/components/summary-list";
import { duration, listed } from "~/shared/format";
import { paths } from "~/web/paths";
import { Boards } from "~/web/session-result";
import type { CoursePage } from "./route";

export function About({ page: { course, rules, termsOf, askers } }: { page: CoursePage }) {
  return (
    <>
      <h2 className="govuk-heading-m">What it is</h2>
      <p className="govuk-body">{course.summary}</p>
      <SummaryList
        rows={[
          { key: "Who it is for", value: course.audience },
          { key: "Length", value: `${duration(course.minutes)}, ${course.activityType}` },
          { key: "Theme", value: course.theme.name },
          { key: "Led by", value: course.ledBy ?? "Not said" },
          { key: "Boards", value: <Boards boards={course.boards} short={false} /> },
          {
            key: "Passes on learning from",
            value: listed(course.learningSources) || "No review in particular",
          },
          { key: "Teaches", value: listed(course.competencies.map(({ name }) => name)) || "No competency" },
          {
            key: "People will be able to",
            value: (
              <ol className="govuk-list govuk-list--number">
                {course.outcomes.map((outcome) => (
                  <li key={outcome}>{outcome}</li>
                ))}
              </ol>
            ),
          },
        ]}
      />
      {course.contentNote && <InsetText>{course.contentNote}</InsetText>}
      <h2 className="govuk-heading-m">Booking rules</h2>
      <ul className="govuk-list govuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        {termsOf && (
          <li>
            The{" "}
            <a className="govuk-link" href={paths.manageTerms()}>
              terms of booking
            </a>{" "}
            are those of {termsOf}.
          </li>
        )}
      </ul>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageBookingRules(course.slug)}>
          Change the booking rules
        </a>
      </p>
      <h2 className="govuk-heading-m">Evaluation</h2>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.manageCourseEvaluations(course.slug)}>
          See what is asked about this course
        </a>
      </p>
      {askers.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Asked for by other courses</h2>
          <p className="govuk-body">People have to have attended this course before they can book:</p>
          <ul className="govuk-list govuk-list--bullet">
            {askers.map(({ slug, title }) => (
              <li key={slug}>
                <a className="govuk-link" href={paths.manageCourse(slug)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
