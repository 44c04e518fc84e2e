// A booking that has ended: by whom, why, how late, and what to do instead.
import type { ReactNode } from "react";
import type { ActedAs, Cause } from "~/domain/bookings/bookings";
import { counted, longDateTimeAt, plainDateAt, poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import type { BookingPage } from "./page-data.server";
import { whoInWords } from "./pending";

export function Ended({ page }: { page: BookingPage }) {
  const { booking, movedTo, charge } = page;
  const moved = booking.state === "moved" && movedTo;
  return (
    <>
      {whatHappened(page).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      {charge && (
        <p className="govuk-body">
          {poundsAndPence(charge.pence)}{" "}
          {charge.state === "waived" ? "was charged and waived" : "is charged to your agency"}.{" "}
          <a className="govuk-link" href={paths.myCharge(charge.id)}>
            See the charge
          </a>
        </p>
      )}
      {moved ? (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.booking(movedTo.bookingId)}>
            See your booking on {plainDateAt(movedTo.startsAt)}
          </a>
        </p>
      ) : (
        <Instead booking={booking} />
      )}
    </>
  );
}

function Instead({ booking }: Pick<BookingPage, "booking">): ReactNode {
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={paths.session(booking.sessionId)}>
        Look at this session again
      </a>{" "}
      or{" "}
      <a className="govuk-link" href={paths.course(booking.courseSlug)}>
        look for another date
      </a>
      .
    </p>
  );
}

function whatHappened({ booking, change, approval }: BookingPage): string[] {
  if (!change) return [];
  const on = longDateTimeAt(change.at);
  switch (booking.state) {
    case "cancelled":
      return [
        cancelledInWords(change.actedAs, change.cause, on),
        ...noticeInWords(change),
        ...reasonOf(change),
      ];
    case "moved":
      return [`${by(change.actedAs)} moved it on ${on}.`, ...noticeInWords(change)];
    case "declined":
      return declinedInWords({ booking, change, approval });
    case "expired":
      return [expiredInWords(booking.from)];
    case "did not attend":
      return ["The register says that you did not come. If that is wrong, tell us."];
    default:
      return [];
  }
}

const actors: Record<ActedAs, string> = {
  self: "You",
  "line manager": "Your line manager",
  "agency lead": "Your agency’s training lead",
  coordinator: "A coordinator",
  administrator: "An administrator",
  trainer: "A trainer",
  system: "The service",
};
const by = (actedAs: ActedAs | null) => actors[actedAs ?? "system"];

const causes: Partial<Record<Cause, string>> = {
  "session cancelled": "The session does not take place. Nothing is charged.",
  substituted: "A colleague takes your place.",
  "named for a reserved place":
    "You were given a place that your agency had reserved, as a booking of its own.",
  "booked twice": "You had booked this session twice. The other booking stands.",
  left: "The account was closed.",
};

function cancelledInWords(actedAs: ActedAs | null, cause: Cause | null, on: string): string {
  const why = cause && causes[cause];
  return why ? `${why} (${on})` : `${by(actedAs)} cancelled it on ${on}.`;
}

const unitInWords = { "working days": "full working day", "calendar days": "day", hours: "hour" } as const;

function noticeInWords({ notice, late, unit }: NonNullable<BookingPage["change"]>): string[] {
  if (notice === null) return [];
  const given = notice === 0 ? `less than one ${unitInWords[unit]}` : counted(notice, unitInWords[unit]);
  return [`That was ${given} before the session${late ? ", which is late by the terms" : ""}.`];
}

const reasonOf = ({ reason }: NonNullable<BookingPage["change"]>) =>
  reason ? [`The reason given: ${reason}`] : [];

function declinedInWords({
  booking,
  change,
  approval,
}: Pick<BookingPage, "booking" | "approval"> & { change: NonNullable<BookingPage["change"]> }): string[] {
  if (booking.from === "requested")
    return [
      "A coordinator looked at it and declined it.",
      ...(change.reason ? [`They wrote: ${change.reason}`] : []),
    ];
  if (booking.from === "awaiting approval") {
    if (change.cause === "no answer") return ["Nobody answered in time, so it was declined."];
    const who = approval ? whoInWords(approval) : "your line manager";
    return [
      change.actedAs === "coordinator"
        ? "A coordinator declined it in their stead."
        : `${who.charAt(0).toUpperCase()}${who.slice(1)} did not agree.`,
      ...(change.reason ? [`They wrote: ${change.reason}`] : []),
    ];
  }
  return ["The place went to the next person."];
}

function expiredInWords(from: BookingPage["booking"]["from"]): string {
  if (from === "waiting") return "Booking has closed, and no place came free in time.";
  if (from === "offered") return "Nobody answered the offer in time, so the place went to the next person.";
  return "Booking has closed before anyone decided.";
}
