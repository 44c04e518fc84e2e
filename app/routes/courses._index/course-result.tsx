// A course in the results, with its next sessions to go straight to.
import { ResultItem } from "~/components/result-list";
import type { OfferedCourse } from "~/domain/bookings/bookings.server";
import { counted, duration } from "~/shared/format";
import { paths } from "~/web/paths";
import { Boards, placeOf, placesInWords, SessionDates } from "~/web/session-result";

export function CourseResult({ course }: { course: OfferedCourse }) {
  return (
    <ResultItem
      title={course.title}
      href={paths.course(course.slug)}
      summary={course.summary}
      facts={[
        { label: "Next dates", value: <NextDates course={course} /> },
        { label: "Length", value: `${duration(course.minutes)}, ${course.activityType}` },
        { label: "Boards", value: <Boards boards={course.boards} /> },
      ]}
    />
  );
}

function NextDates({ course }: { course: OfferedCourse }) {
  if (course.sessions.length === 0) return <>No dates yet</>;
  return (
    <ul className="govuk-list app-dates">
      {course.sessions.map((session) => (
        <li key={session.id}>
          <a className="govuk-link" href={paths.session(session.id)}>
            <SessionDates dates={session.dates} />
            <span className="govuk-visually-hidden">: {course.title}</span>
          </a>
          <span className="app-line">
            {placeOf(session)}. {placesInWords(session)}
          </span>
        </li>
      ))}
      {course.more > 0 && <li>and {counted(course.more, "more date")}</li>}
    </ul>
  );
}
