// Whether somebody has done what a course asks for first, and whether it is meant for their kind of work.
import { prepared } from "db/client";
import {
  bookings,
  courseCompetencies,
  externalLearning,
  externalLearningCompetencies,
  prerequisiteClaims,
  sessions,
} from "db/schema";
import { and, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { Prerequisite } from "~/domain/catalogue/catalogue";
import { readBookingRules } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { addMonths, civilDateAt, startOfDay } from "~/shared/civil-time";
import type { PersonWishing, SessionWithPlaces } from "./places.server";

type Reader = Pick<Context, "db" | "clock">;

export type Eligibility = {
  /** Asked for and not on our record. */
  unmet: Prerequisite[];
  /** The course is for other kinds of work than theirs. */
  outsideAudience: boolean;
  /** The kinds of work it is for; none: for everyone. */
  audience: string[];
};

const everyone: Eligibility = { unmet: [], outsideAudience: false, audience: [] };

const own = sql.placeholder("personId");
const since = sql.placeholder("since");
const sinceDate = sql.placeholder("sinceDate");
const today = sql.placeholder("today");
const inDate = or(isNull(externalLearning.validUntil), gte(externalLearning.validUntil, today));

const attendedCourse = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      and(
        eq(bookings.personId, own),
        eq(bookings.state, "attended"),
        eq(sessions.courseId, sql.placeholder("wanted")),
        gte(sessions.endsAt, since),
      ),
    )
    .limit(1)
    .prepare(),
);
const learntCourse = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(externalLearning)
    .where(
      and(
        eq(externalLearning.personId, own),
        eq(externalLearning.state, "accepted"),
        eq(externalLearning.courseId, sql.placeholder("wanted")),
        gte(externalLearning.completedOn, sinceDate),
        inDate,
      ),
    )
    .limit(1)
    .prepare(),
);
const trainedIn = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courseCompetencies, eq(courseCompetencies.courseId, sessions.courseId))
    .where(
      and(
        eq(bookings.personId, own),
        eq(bookings.state, "attended"),
        eq(courseCompetencies.competencyId, sql.placeholder("wanted")),
        gte(sessions.endsAt, since),
      ),
    )
    .limit(1)
    .prepare(),
);
const learntIn = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(externalLearning)
    .innerJoin(
      externalLearningCompetencies,
      eq(externalLearningCompetencies.externalLearningId, externalLearning.id),
    )
    .where(
      and(
        eq(externalLearning.personId, own),
        eq(externalLearning.state, "accepted"),
        eq(externalLearningCompetencies.competencyId, sql.placeholder("wanted")),
        gte(externalLearning.completedOn, sinceDate),
        inDate,
      ),
    )
    .limit(1)
    .prepare(),
);
/** A coordinator looked at it for another booking, lately enough. */
const claimAccepted = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(prerequisiteClaims)
    .innerJoin(bookings, eq(bookings.id, prerequisiteClaims.bookingId))
    .where(
      and(
        eq(bookings.personId, own),
        eq(prerequisiteClaims.prerequisiteId, sql.placeholder("wanted")),
        eq(prerequisiteClaims.accepted, true),
        gte(prerequisiteClaims.madeAt, since),
      ),
    )
    .limit(1)
    .prepare(),
);

function isMet(ctx: Reader, personId: string, asked: Prerequisite): boolean {
  const now = ctx.clock.now();
  const on = civilDateAt(now);
  const sinceOn = asked.withinMonths === null ? "0001-01-01" : addMonths(on, -asked.withinMonths);
  const from = asked.withinMonths === null ? 0 : startOfDay(sinceOn);
  const about = { personId, since: from, sinceDate: sinceOn, today: on };
  if (claimAccepted(ctx.db).get({ ...about, wanted: asked.id })) return true;
  if (asked.requiredCourseId !== null) {
    const wanted = asked.requiredCourseId;
    return Boolean(
      attendedCourse(ctx.db).get({ ...about, wanted }) ?? learntCourse(ctx.db).get({ ...about, wanted }),
    );
  }
  if (asked.competencyId !== null) {
    const wanted = asked.competencyId;
    return Boolean(trainedIn(ctx.db).get({ ...about, wanted }) ?? learntIn(ctx.db).get({ ...about, wanted }));
  }
  return false;
}

/** How a person stands with what the session's course asks; costs nothing where it asks for nothing. */
export function readEligibility(
  ctx: Reader,
  session: Pick<SessionWithPlaces, "courseId" | "asksForMore">,
  person: Pick<PersonWishing, "id" | "roleGroupId">,
): Eligibility {
  if (!session.asksForMore) return everyone;
  const { audience, prerequisites } = readBookingRules(ctx, session.courseId);
  return {
    unmet: prerequisites.filter((asked) => !isMet(ctx, person.id, asked)),
    outsideAudience: audience.length > 0 && !audience.some(({ id }) => id === person.roleGroupId),
    audience: audience.map(({ name }) => name),
  };
}
