// A course: what it is for, and the sessions to book.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "~/components/breadcrumbs";
import { EmptyState } from "~/components/empty-state";
import { InsetText } from "~/components/inset-text";
import { ResultList } from "~/components/result-list";
import { SummaryList } from "~/components/summary-list";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { listSessionsOfCourse } from "~/domain/bookings/bookings.server";
import { rulesInWords } from "~/domain/catalogue/catalogue";
import { readBookingRules, readCourse } from "~/domain/catalogue/catalogue.server";
import { holds } from "~/domain/context";
import { duration, listed, longDate } from "~/shared/format";
import { BookingRules } from "~/web/booking-rules";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { Boards, SessionResult } from "~/web/session-result";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.course.title ?? "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { id, offered, ...course } = readCourse(visit, args.params.slug ?? "");
    const { contactEmail } = readPartnership(visit);
    return {
      course,
      sessions: listSessionsOfCourse(visit, id),
      rules: rulesInWords(readBookingRules(visit, id)),
      contactEmail,
      mayReadImpact: holds(visit.actor, "coordinator", "sdg_member", "scrutineer"),
    };
  });

export default function CoursePage() {
  const { course, sessions, rules, contactEmail, mayReadImpact } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[
          { href: paths.home(), text: "Home" },
          { href: paths.courses(), text: "Courses" },
        ]}
      />
      <h1 className="govuk-heading-xl">{course.title}</h1>
      <p className="govuk-body-l">{course.summary}</p>

      <h2 className="govuk-heading-l">Dates</h2>
      {sessions.length === 0 ? (
        <EmptyState
          title="No dates yet"
          text={
            <>
              Tell us that you would come:{" "}
              <a className="govuk-link" href={`mailto:${contactEmail}`}>
                {contactEmail}
              </a>
            </>
          }
          headingLevel={3}
        />
      ) : (
        <ResultList>
          {sessions.map((session) => (
            <SessionResult
              key={session.id}
              session={session}
              title={`${session.dates[0] ? longDate(session.dates[0].date) : ""}${session.dates.length > 1 ? ` (${session.dates.length} days)` : ""}`}
              boards={course.boards}
            />
          ))}
        </ResultList>
      )}

      <BookingRules rules={rules} />

      <h2 className="govuk-heading-l">About this course</h2>
      <SummaryList
        rows={[
          { key: "Who it is for", value: course.audience },
          { key: "Length", value: `${duration(course.minutes)}, ${course.activityType}` },
          { key: "Boards", value: <Boards boards={course.boards} short={false} /> },
          { key: "Theme", value: course.theme.name },
          ...(course.ledBy ? [{ key: "Led by", value: course.ledBy }] : []),
          ...(course.competencies.length > 0
            ? [
                {
                  key: "Counts towards",
                  value: listed(course.competencies.map((competency) => competency.name)),
                },
              ]
            : []),
          ...(course.learningSources.length > 0
            ? [{ key: "Passes on learning from", value: listed(course.learningSources) }]
            : []),
        ]}
      />
      <h2 className="govuk-heading-m">What you will be able to do</h2>
      <ul className="govuk-list govuk-list--bullet">
        {course.outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ul>
      {course.contentNote && <InsetText>{course.contentNote}</InsetText>}
      {mayReadImpact && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.courseImpact(course.slug)}>
            What difference this course makes
          </a>
        </p>
      )}
    </>
  );
}
