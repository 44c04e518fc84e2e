// What a booking page needs to know before somebody asks: what would become of it, and what to ask them.
import { prepared } from "db/client";
import { bookings, courses, meetings, sessions } from "db/schema";
import { and, asc, eq, gt, inArray, lt, ne, sql } from "drizzle-orm";
import type { Prerequisite } from "~/domain/catalogue/catalogue";
import type { Context } from "~/domain/context";
import type { TermsRules } from "~/domain/terms/terms";
import { lastDayToCancelFree, termsOfCourse } from "~/domain/terms/terms.server";
import { answerByOf, hasAnotherLead } from "../approvals/ask-for-approval.server";
import type { PlaceMode } from "../bookings";
import { modesOf, readPersonWishing, readPlaces } from "../places.server";
import { bookingWindow, toCome } from "../rules";
import { readAllocation } from "../waiting/queue.server";
import { readEligibility } from "./eligibility.server";

export type BookingChances = {
  window: ReturnType<typeof bookingWindow>;
  opensAt: number | null;
  liveBookingId: string | null;
  /** Each mode the session has, and how many places this person could have in it now. */
  modes: { mode: PlaceMode; places: number }[];
  waiting: number;
  /** What is asked for first and not on our record; with the page of the course that it is, where it is one. */
  unmet: (Prerequisite & { courseSlug: string | null })[];
  outsideAudience: boolean;
  audience: string[];
  /** Who has to agree, and when silence is an answer. */
  approval: {
    askedOf: "line manager" | "agency lead" | "coordinator";
    answerBy: number;
    silence: TermsRules["approval"]["silence"];
  } | null;
  lineManagerEmail: string | null;
  /** Their other bookings at the same hours: a warning, not a wall. */
  clashes: { bookingId: string; courseTitle: string; startsAt: number; endsAt: number }[];
  terms: {
    rules: TermsRules;
    /** The last instant at which cancelling costs nothing; null: whenever. */
    lastFree: number | null;
    /** A board has set no terms yet: nothing is charged. */
    none: boolean;
  };
};

const theirs = sql.placeholder("personId");
const clashing = prepared((db) => {
  const here = db
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .where(eq(meetings.sessionId, sql.placeholder("sessionId")))
    .as("here");
  return db
    .selectDistinct({
      bookingId: bookings.id,
      courseTitle: courses.title,
      startsAt: meetings.startsAt,
      endsAt: meetings.endsAt,
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .innerJoin(meetings, eq(meetings.sessionId, sessions.id))
    .innerJoin(here, and(lt(meetings.startsAt, here.endsAt), gt(meetings.endsAt, here.startsAt)))
    .where(
      and(
        eq(bookings.personId, theirs),
        inArray(bookings.state, [...toCome]),
        ne(bookings.sessionId, sql.placeholder("sessionId")),
      ),
    )
    .orderBy(asc(meetings.startsAt))
    .prepare();
});

const slugsOf = prepared((db) =>
  db
    .select({ id: courses.id, slug: courses.slug })
    .from(courses)
    .where(inArray(courses.id, sql`(select value from json_each(${sql.placeholder("ids")}))`))
    .prepare(),
);

function withSlugs(ctx: Pick<Context, "db">, asked: Prerequisite[]): BookingChances["unmet"] {
  const ids = asked.flatMap(({ requiredCourseId }) => requiredCourseId ?? []);
  const known = ids.length === 0 ? [] : slugsOf(ctx.db).all({ ids: JSON.stringify(ids) });
  const slugs = new Map(known.map(({ id, slug }) => [id, slug]));
  return asked.map((one) => ({ ...one, courseSlug: slugs.get(one.requiredCourseId ?? "") ?? null }));
}

/** How a person stands with a session before they book it. @throws NotFound */
export function readChances(
  ctx: Pick<Context, "db" | "clock">,
  wish: { sessionId: string; personId: string },
): BookingChances {
  const session = readPlaces(ctx, wish.sessionId);
  const person = readPersonWishing(ctx, wish);
  const terms = termsOfCourse(ctx, session.courseId);
  const allocation = readAllocation(ctx, session, terms);
  const { unmet, ...eligibility } = readEligibility(ctx, session, person);
  const now = ctx.clock.now();
  const { approval } = session;
  return {
    window: bookingWindow(session, now),
    opensAt: session.opensAt,
    liveBookingId: person.liveBookingId,
    modes: modesOf(session).map((mode) => ({
      mode,
      places: allocation.placesFor(person.agencyId, mode),
    })),
    waiting: session.waiting,
    unmet: withSlugs(ctx, unmet),
    ...eligibility,
    approval:
      approval === "none"
        ? null
        : {
            askedOf: approval === "agency lead" && !hasAnotherLead(ctx, person) ? "coordinator" : approval,
            answerBy: answerByOf(session, terms, now),
            silence: terms.rules.approval.silence,
          },
    lineManagerEmail: person.lineManagerEmail,
    clashes: clashing(ctx.db).all({ sessionId: wish.sessionId, personId: wish.personId }),
    terms: {
      rules: terms.rules,
      lastFree: terms.id === null ? null : lastDayToCancelFree(terms.rules, session.startsAt),
      none: terms.id === null,
    },
  };
}
