// What a booking's page shows: the session, how the booking came to stand as it does, and what may be done.
import { readPartnership, readPerson } from "~/domain/accounts/accounts.server";
import { type BookingDetail, readBooking, readBookingStory } from "~/domain/bookings/bookings.server";
import { costOfCancelling } from "~/domain/charges/charges.server";
import { listOwed } from "~/domain/evaluations/evaluations.server";
import { addressInWords, materialsFor } from "~/domain/sessions/sessions";
import { freeToCancelInWords, type TermsRules, termsInWords } from "~/domain/terms/terms";
import { longDateTimeAt, timeLeft } from "~/shared/format";
import { daysToAdd } from "~/web/calendar-links";
import type { SignedInVisit } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { paths } from "~/web/paths";

const cancellable = ["requested", "awaiting approval", "confirmed", "waiting"];
const movable = ["confirmed", "waiting"];
const withPlace = ["confirmed", "attended", "partly attended"];

export function readBookingPage(visit: SignedInVisit, bookingId: string) {
  const detail = readBooking(visit, bookingId);
  const { session, personId, personName, actsAs, termsId: _terms, state, ...booking } = detail;
  const { terms, queueRules, change, ...story } = readBookingStory(visit, bookingId);
  const now = visit.clock.now();
  const toCome = now < session.startsAt;
  const owed = listOwed(visit, visit.person.id).find((one) => one.bookingId === booking.id);
  const { contactName, contactEmail } = readPartnership(visit);
  return {
    booking: {
      ...booking,
      state,
      from: change?.from ?? null,
      courseTitle: session.courseTitle,
      courseSlug: session.courseSlug,
      sessionId: session.id,
      dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
      where: placeOf(detail),
      access: accessOf(detail),
      joiningLink: session.joiningLink,
      offer: booking.offerEndsAt === null ? null : offerOf(booking.offerEndsAt, now),
      mayCancel: cancellable.includes(state) && toCome,
      mayMove: movable.includes(state) && toCome,
    },
    change: change && { ...change, unit: terms.rules.notice.unit },
    ...story,
    silence: terms.rules.approval.silence,
    queue: queueInWords(queueRules),
    freeToCancel:
      state === "confirmed" && toCome
        ? freeToCancelInWords(costOfCancelling(visit, bookingId).lastFree, now)
        : null,
    days: state === "confirmed" ? daysToPutDown(visit, detail) : [],
    materials: withPlace.includes(state) ? materialsFor(session.materials, "people booked") : [],
    evaluation: owed ? { stage: owed.stage, path: evaluationPath(visit.settings, owed) } : null,
    // A coordinator may be looking at someone else's.
    email: readPerson(visit, personId).email,
    someoneElse: actsAs === "self" ? null : { name: personName, manages: actsAs === "coordinator" },
    contactName,
    contactEmail,
  };
}

function placeOf({ mode, session }: BookingDetail): string {
  if (mode === "online") return "Online";
  return addressInWords({ ...session, mode }) || "Venue to be confirmed";
}

function daysToPutDown(visit: SignedInVisit, detail: BookingDetail) {
  const { courseTitle: title, meetings } = detail.session;
  const url = visit.settings.publicUrl + paths.booking(detail.id);
  return daysToAdd({ title, place: placeOf(detail), url, meetings }, visit.clock.now());
}

const accessOf = ({ mode, session: { venue, room } }: BookingDetail) =>
  mode === "online" ? null : [venue?.access, room?.access].filter(Boolean).join(" ") || null;

const offerOf = (endsAt: number, now: number) =>
  now < endsAt ? { until: longDateTimeAt(endsAt), left: timeLeft(now, endsAt) } : null;

/** The policy that decides, how long an offer is open, and what groups can expect. */
function queueInWords(rules: TermsRules) {
  const [policy = "", offer = "", , groups = ""] =
    termsInWords(rules).find(({ about }) => about === "waiting")?.sentences ?? [];
  return { policy, offer, groups, inOrderOfAsking: rules.waiting.policy === "first come" };
}

export type BookingPage = ReturnType<typeof readBookingPage>;
