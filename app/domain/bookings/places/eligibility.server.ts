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
import { and, eq, gte, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Prerequisite } from "~/domain/catalogue/catalogue";
import { readBookingRules } from "~/domain/catalogue/catalogue.server";
import type { Context } from "~/domain/context";
import { addMonths, civilDateAt, startOfDay } from "~/shared/civil-time";
import type { PersonWishing, SessionWithPlaces } from "../places.server";

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
const sinceDay = sql.placeholder("sinceDate");
const today = sql.placeholder("today");
const inDate = or(isNull(externalLearning.validUntil), gte(externalLearning.validUntil, today));

/** What is wanted is a course or a competency; the other placeholder is null and matches nothing. */
const wantedCourse = sql.placeholder("courseId");
const wantedCompetency = sql.placeholder("competencyId");

const attended = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .leftJoin(
      courseCompetencies,
      and(
        eq(courseCompetencies.courseId, sessions.courseId),
        eq(courseCompetencies.competencyId, wantedCompetency),
      ),
    )
    .where(
      and(
        eq(bookings.personId, own),
        eq(bookings.state, "attended"),
        or(eq(sessions.courseId, wantedCourse), isNotNull(courseCompetencies.competencyId)),
        gte(sessions.endsAt, since),
      ),
    )
    .limit(1)
    .prepare(),
);
const learntElsewhere = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(externalLearning)
    .leftJoin(
      externalLearningCompetencies,
      and(
        eq(externalLearningCompetencies.externalLearningId, externalLearning.id),
        eq(externalLearningCompetencies.competencyId, wantedCompetency),
      ),
    )
    .where(
      and(
        eq(externalLearning.personId, own),
        eq(externalLearning.state, "accepted"),
        or(eq(externalLearning.courseId, wantedCourse), isNotNull(externalLearningCompetencies.competencyId)),
        gte(externalLearning.completedOn, sinceDay),
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
  const today = civilDateAt(ctx.clock.now());
  const sinceDate = asked.withinMonths === null ? "0001-01-01" : addMonths(today, -asked.withinMonths);
  const since = asked.withinMonths === null ? 0 : startOfDay(sinceDate);
  const about = { personId, since, sinceDate, today };
  if (claimAccepted(ctx.db).get({ ...about, wanted: asked.id })) return true;
  // Of an e-learning there is no record but what somebody claimed.
  if (asked.kind === "e-learning") return false;
  const wanted = { courseId: asked.requiredCourseId, competencyId: asked.competencyId };
  return Boolean(
    attended(ctx.db).get({ ...about, ...wanted }) ?? learntElsewhere(ctx.db).get({ ...about, ...wanted }),
  );
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
