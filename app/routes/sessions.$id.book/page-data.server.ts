// What the booking pages show: the session, what is to be asked of this person, and what would become of it.
import { type BookingChances, readChances } from "~/domain/bookings/bookings.server";
import { prerequisiteInWords } from "~/domain/catalogue/catalogue";
import type { InstrumentIds } from "~/domain/evaluations/evaluations";
import { readInstrument } from "~/domain/evaluations/evaluations.server";
import type { Session } from "~/domain/sessions/sessions";
import { whereInWords } from "~/domain/sessions/sessions";
import { freeToCancelInWords, lastMomentInWords, termsInWords } from "~/domain/terms/terms";
import { longDateTimeAt, plainTime } from "~/shared/format";
import type { SignedInVisit } from "~/web/enter.server";
import { questionAbout } from "./questions-asked";

/** @param shown the versions of the questions that a posted form came with */
export function readBookingPage(visit: SignedInVisit, session: Session, shown: InstrumentIds | null) {
  const chances = readChances(visit, { sessionId: session.id, personId: visit.person.id });
  const { id, courseInstrumentId, items } = readInstrument(visit, "T0", session.courseId, shown);
  const { name, agencyName, accessNeeds, dietaryNeeds } = visit.person;
  const asksManager = chances.approval?.askedOf === "line manager" && chances.lineManagerEmail === null;
  return {
    liveBookingId: chances.liveBookingId,
    window: chances.window,
    sessionId: session.id,
    courseTitle: session.courseTitle,
    dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    where: whereInWords({
      mode: session.mode,
      venueName: session.venue?.name ?? null,
      roomName: session.room?.name,
    }),
    // Nobody eats together online.
    asksFood: session.mode !== "online",
    opensOn: chances.opensAt === null ? null : longDateTimeAt(chances.opensAt),
    modes: chances.modes,
    full: chances.modes.every(({ places }) => places === 0),
    waiting: chances.waiting,
    queue: termsInWords(chances.terms.rules)
      .find(({ about }) => about === "waiting")
      ?.sentences.slice(0, 2),
    unmet: chances.unmet.map((asked) => ({
      id: asked.id,
      question: questionAbout(asked),
      sentence: prerequisiteInWords(asked),
      name: asked.name,
      courseSlug: asked.courseSlug,
    })),
    audience: chances.outsideAudience ? chances.audience : null,
    approval: approvalOf(chances),
    asksManager,
    clashes: chances.clashes.map(({ bookingId, courseTitle, startsAt, endsAt }) => ({
      bookingId,
      courseTitle,
      when: `${longDateTimeAt(startsAt)} to ${plainTime(endsAt)}`,
    })),
    terms: termsOf(chances, visit.clock.now()),
    person: { name, agencyName, accessNeeds, dietaryNeeds },
    asked: { id, courseInstrumentId },
    items,
    oneStep: nothingToWeigh(chances),
  };
}

/** Where nothing has to be weighed or passed to somebody else, the first page is the last. */
const nothingToWeigh = ({ modes, unmet, outsideAudience, approval, clashes }: BookingChances) =>
  modes.length === 1 && unmet.length + clashes.length === 0 && !outsideAudience && approval === null;

function approvalOf({ approval, lineManagerEmail }: BookingChances) {
  if (!approval) return null;
  const { askedOf, answerBy, silence } = approval;
  return { askedOf, lineManagerEmail, until: lastMomentInWords(answerBy), silence };
}

function termsOf({ terms }: BookingChances, now: number) {
  const told = ["cancelling", "not coming", "rates", "also"];
  return {
    sentence: freeToCancelInWords(terms.lastFree, now),
    parts: terms.none ? [] : termsInWords(terms.rules).filter(({ about }) => told.includes(about)),
  };
}

export type BookingPage = Omit<ReturnType<typeof readBookingPage>, "liveBookingId">;
