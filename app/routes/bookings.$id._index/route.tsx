// One booking: confirmation right after booking, and the same page ever after. It survives a reload.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { Panel } from "~/components/panel";
import { SummaryList } from "~/components/summary-list";
import { readPartnership, readPerson } from "~/domain/accounts/accounts.server";
import { readBooking } from "~/domain/bookings/bookings.server";
import { listOwed } from "~/domain/evaluations/evaluations.server";
import { enter } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { pageTitle } from "~/web/title";
import { headingOf, WhatNext } from "./what-next";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(
    matches,
    data ? `${headingOf[data.booking.state]}: ${data.booking.courseTitle}` : "Page not found",
  );

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { session, personId, ...booking } = readBooking(visit, args.params.id ?? "");
    const owed = listOwed(visit, visit.person.id).find((one) => one.bookingId === booking.id);
    const { contactName, contactEmail } = readPartnership(visit);
    return {
      booking: {
        ...booking,
        courseTitle: session.courseTitle,
        sessionId: session.id,
        dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
        venue: session.venue,
        mode: session.mode,
        joiningLink: session.joiningLink,
        mayCancel:
          (booking.state === "confirmed" || booking.state === "waiting") &&
          visit.clock.now() < session.startsAt,
      },
      evaluation: owed ? { stage: owed.stage, path: evaluationPath(visit.settings, owed) } : null,
      // A coordinator may be looking at someone else's.
      email: readPerson(visit, personId).email,
      contactName,
      contactEmail,
    };
  });

export default function BookingPage() {
  const page = useLoaderData<typeof loader>();
  const { booking } = page;
  const live = booking.state === "confirmed" || booking.state === "waiting";
  const where = booking.mode === "online" ? onlinePlace(booking.joiningLink) : venueInWords(booking.venue);
  return (
    <>
      <BackLink href={paths.my()} text="My training" />
      {live ? (
        <Panel title={headingOf[booking.state]} reference={booking.reference} />
      ) : (
        <h1 className="govuk-heading-l">{headingOf[booking.state]}</h1>
      )}
      <SummaryList
        rows={[
          { key: "Course", value: booking.courseTitle },
          { key: "When", value: <SessionDates dates={booking.dates} /> },
          { key: "Where", value: where },
          ...(booking.venue ? [{ key: "Access", value: booking.venue.access }] : []),
          // A live booking's reference stands in the panel above.
          ...(live ? [] : [{ key: "Reference", value: booking.reference }]),
        ]}
      />
      <WhatNext page={page} />
      {booking.mayCancel && (
        <ButtonLink href={paths.cancellation(booking.id)} variant="secondary">
          {booking.state === "waiting" ? "Leave the waiting list" : "Cancel this booking"}
        </ButtonLink>
      )}
      <p className="govuk-body">
        Questions? Contact {page.contactName}:{" "}
        <a
          className="govuk-link"
          href={`mailto:${page.contactEmail}?subject=${encodeURIComponent(booking.reference)}`}
        >
          {page.contactEmail}
        </a>
      </p>
    </>
  );
}

const venueInWords = (venue: { name: string; address: string; postcode: string } | null) =>
  venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : "Venue to be confirmed";

function onlinePlace(link: string | null) {
  if (!link) return "Online";
  return (
    <>
      Online:{" "}
      <a className="govuk-link" href={link}>
        join here
      </a>
    </>
  );
}
