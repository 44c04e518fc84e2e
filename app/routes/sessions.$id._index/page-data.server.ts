// What anyone may know of a session before they book: never the joining link, nor who comes.
import { leftByMode, readPlaces } from "~/domain/bookings/bookings.server";
import { rulesInWords } from "~/domain/catalogue/catalogue";
import { readBookingRules } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { addressInWords, materialsFor, type Session } from "~/domain/sessions/sessions";
import { freeToCancelInWords } from "~/domain/terms/terms";
import { lastDayToCancelFree, termsOfCourse } from "~/domain/terms/terms.server";
import { daysToAdd } from "~/web/calendar-links";
import type { Visit } from "~/web/enter.server";
import { paths } from "~/web/paths";

export function shownSession(ctx: Context, session: Session) {
  const now = ctx.clock.now();
  const places = readPlaces(ctx, session.id);
  const terms = termsOfCourse(ctx, session.courseId);
  const lastFree = terms.id === null ? null : lastDayToCancelFree(terms.rules, session.startsAt);
  const { opensAt, minimum, decideBy, goAheadAt } = session;
  return {
    id: session.id,
    status: session.status,
    mode: session.mode,
    venue: session.venue,
    venueName: session.venue?.name ?? null,
    room: session.room && { name: session.room.name, access: session.room.access },
    dates: session.meetings.map(({ date, startTime, endTime }) => ({ date, startTime, endTime })),
    // Who has not said yet that they can is not announced.
    trainers: session.trainers
      .filter(({ confirmedAt }) => confirmedAt !== null)
      .map(({ part, agencyName }) => ({ part, agencyName })),
    materials: materialsFor(session.materials, "everyone").map(({ title, url }) => ({ title, url })),
    ...leftByMode(places),
    waiting: places.waiting,
    opensAt: opensAt !== null && now < opensAt ? opensAt : null,
    bookingClosed: now >= session.bookingClosesAt,
    bookingClosesAt: session.bookingClosesAt,
    started: now >= session.startsAt,
    /** Only while it is still open whether it goes ahead. */
    minimum:
      minimum !== null && decideBy !== null && goAheadAt === null && now < decideBy
        ? { minimum, decideBy }
        : null,
    cancelling: freeToCancelInWords(lastFree, now),
    rules: rulesInWords(readBookingRules(ctx, session.courseId)),
  };
}

/** The days of a session that takes place, each to be put into a calendar. */
export function shownDays(visit: Visit, session: Session) {
  if (session.status !== "published" && session.status !== "closed") return [];
  const { courseTitle: title, meetings } = session;
  const url = visit.settings.publicUrl + paths.session(session.id);
  return daysToAdd({ title, place: addressInWords(session), url, meetings }, visit.clock.now());
}

export type ShownSession = ReturnType<typeof shownSession>;
