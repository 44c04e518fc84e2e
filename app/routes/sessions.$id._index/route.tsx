// A session: first screen says what, when, where, how many places, for whom, and how to book.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { InsetText } from "~/components/inset-text";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { findLiveBooking } from "~/domain/bookings/bookings.server";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { holds } from "~/domain/context";
import { readOpenSession } from "~/domain/sessions/sessions.server";
import { duration, plainDate } from "~/shared/format";
import { AddToCalendar } from "~/web/add-to-calendar";
import { BookForTeam } from "~/web/book-for-team";
import { BookingRules } from "~/web/booking-rules";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Cancelled } from "./cancelled";
import { NextStep } from "./next-step";
import { shownDays, shownSession } from "./page-data.server";
import { Particulars } from "./particulars";
import { WhatAndWhere } from "./what-and-where";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `${data.course.title}, ${data.firstDay}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readOpenSession(visit, args.params.id ?? "");
    const { id: _id, offered: _offered, ...course } = readCourse(visit, session.courseSlug);
    const bookingId = visit.person && findLiveBooking(visit, session.id, visit.person.id);
    return {
      course,
      firstDay: plainDate(session.meetings[0]?.date ?? ""),
      session: shownSession(visit, session),
      // A booking has an entry of its own: with this one too, the session would stand there twice.
      days: bookingId ? [] : shownDays(visit, session),
      bookingId,
      unconfirmedBy:
        visit.person && visit.person.agencyStanding !== "confirmed" ? visit.person.agencyName : null,
      leads: holds(visit.actor, "agency_lead"),
      contactEmail: readPartnership(visit).contactEmail,
    };
  });

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export default function SessionPage() {
  const { course, session, days, bookingId, unconfirmedBy, leads, contactEmail } =
    useLoaderData<typeof loader>();
  const cancelled = session.status === "cancelled";
  return (
    <>
      <BackLink href={paths.course(course.slug)} text="About this course and its other dates" />
      <h1 className="govuk-heading-xl">{course.title}</h1>
      {cancelled && <Cancelled courseSlug={course.slug} bookingId={bookingId} />}
      <WhatAndWhere session={session} audience={course.audience} />
      {!cancelled && <NextStep {...{ session, bookingId, unconfirmedBy, contactEmail }} />}
      <BookForTeam session={session} leads={leads} />
      <AddToCalendar days={days} file={paths.sessionCalendar(session.id)}>
        <p className="govuk-body">
          This does not book a place. An entry you add yourself does not change when the session does.
        </p>
      </AddToCalendar>
      {!cancelled && <BookingRules rules={session.rules} />}

      <h2 className="govuk-heading-m">What you will be able to do</h2>
      <ul className="govuk-list govuk-list--bullet">
        {course.outcomes.map((outcome) => (
          <li key={outcome}>{outcome}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">What to expect</h2>
      <p className="govuk-body">
        {sentenceCase(course.activityType)} of {duration(course.minutes)}, with colleagues of other agencies.
        Four short questions before and after show what difference the training makes. Your answers are only
        ever shown with those of others.
      </p>
      {course.contentNote && <InsetText>{course.contentNote}</InsetText>}
      <Particulars boards={course.boards} session={session} />
    </>
  );
}
