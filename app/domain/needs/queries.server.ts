// What someone's kind of work requires, how they stand with it, and what they could book.

import { prepared } from "db/client";
import {
  boards,
  bookings,
  competencies,
  courseCompetencies,
  externalLearning,
  externalLearningCompetencies,
  people,
  requirements,
  roleGroups,
  selfAssessmentAnswers,
  selfAssessments,
  sessions,
} from "db/schema";
import { and, asc, eq, isNotNull, lt, lte, max, sql } from "drizzle-orm";
import { listBookingsOf, type MyBooking } from "~/domain/bookings/bookings.server";
import type { Context } from "~/domain/context";
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import type { CourseToBook, Need, NeedsInBrief, PersonNeeds } from "./needs";
import { maySeeNeedsOf } from "./policy";
import { readProgramme, type TeachingCourse } from "./programme.server";
import { bestToBook, byUrgency, isDueSoon, needStatus } from "./rules";

/** The instant at which the London day of `instant` is over. */
export const endOfDay = (instant: number) => startOfDay(addDays(civilDateAt(instant), 1));

const needsOfPerson = prepared((db) => {
  const before = sql.placeholder("before");
  const own = sql.placeholder("personId");
  const records = db
    .select({
      competencyId: courseCompetencies.competencyId,
      trainedAt: max(sessions.endsAt).as("trained_at"),
    })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courseCompetencies, eq(courseCompetencies.courseId, sessions.courseId))
    .where(
      and(
        eq(bookings.personId, own),
        // Written out, not bound: SQLite compiles a statement anew for a value that could decide about a partial index.
        sql`${bookings.state} = 'attended'`,
        lt(sessions.endsAt, before),
      ),
    )
    .groupBy(courseCompetencies.competencyId)
    .as("records");
  // SQLite takes the other columns of a max() from the very row that has it.
  const said = db
    .select({
      competencyId: selfAssessmentAnswers.competencyId,
      lastTrained: selfAssessmentAnswers.lastTrained,
      saidAt: max(selfAssessments.takenAt).as("said_at"),
    })
    .from(selfAssessments)
    .innerJoin(selfAssessmentAnswers, eq(selfAssessmentAnswers.selfAssessmentId, selfAssessments.id))
    .where(and(eq(selfAssessments.personId, own), isNotNull(selfAssessmentAnswers.lastTrained)))
    .groupBy(selfAssessmentAnswers.competencyId)
    .as("said");
  const felt = db
    .select({
      competencyId: selfAssessmentAnswers.competencyId,
      confidence: selfAssessmentAnswers.confidence,
      feltAt: max(selfAssessments.takenAt).as("felt_at"),
    })
    .from(selfAssessments)
    .innerJoin(selfAssessmentAnswers, eq(selfAssessmentAnswers.selfAssessmentId, selfAssessments.id))
    .where(and(eq(selfAssessments.personId, own), isNotNull(selfAssessmentAnswers.confidence)))
    .groupBy(selfAssessmentAnswers.competencyId)
    .as("felt");
  return db
    .select({
      kindOfWork: roleGroups.name,
      competency: { id: competencies.id, name: competencies.name, description: competencies.description },
      board: { code: boards.code, name: boards.name, shape: boards.shape, colour: boards.colour },
      renewMonths: requirements.renewMonths,
      trainedAt: records.trainedAt,
      lastTrained: said.lastTrained,
      saidAt: said.saidAt,
      confidence: felt.confidence,
      feltAt: felt.feltAt,
    })
    .from(people)
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .leftJoin(requirements, eq(requirements.roleGroupId, people.roleGroupId))
    .leftJoin(competencies, eq(competencies.id, requirements.competencyId))
    .leftJoin(boards, eq(boards.code, requirements.boardCode))
    .leftJoin(records, eq(records.competencyId, requirements.competencyId))
    .leftJoin(said, eq(said.competencyId, requirements.competencyId))
    .leftJoin(felt, eq(felt.competencyId, requirements.competencyId))
    .where(eq(people.id, own))
    .orderBy(asc(competencies.position), asc(competencies.id))
    .prepare();
});

const elsewhereOfPerson = prepared((db) =>
  db
    .select({
      competencyId: externalLearningCompetencies.competencyId,
      on: externalLearning.completedOn,
      until: externalLearning.validUntil,
    })
    .from(externalLearning)
    .innerJoin(
      externalLearningCompetencies,
      eq(externalLearningCompetencies.externalLearningId, externalLearning.id),
    )
    .where(
      and(
        eq(externalLearning.personId, sql.placeholder("personId")),
        eq(externalLearning.state, "accepted"),
        lte(externalLearning.completedOn, sql.placeholder("today")),
      ),
    )
    .prepare(),
);

/** Each requirement of a person's kind of work and how they stand with it today. @throws NotFound */
function readStandings(ctx: Context, personId: string) {
  if (!maySeeNeedsOf(ctx.actor, personId)) throw new NotFound("person");
  const now = ctx.clock.now();
  const today = civilDateAt(now);
  const rows = needsOfPerson(ctx.db).all({ personId, before: endOfDay(now) });
  const first = rows[0];
  if (!first) throw new NotFound("person");
  const elsewhere = groupBy(elsewhereOfPerson(ctx.db).all({ personId, today }), (row) => row.competencyId);
  const standings = rows.flatMap(({ competency, board, ...row }) => {
    if (!competency || !board) return [];
    const said =
      row.lastTrained && row.saidAt !== null
        ? { lastTrained: row.lastTrained, on: civilDateAt(row.saidAt) }
        : null;
    const trainedOn = row.trainedAt === null ? null : civilDateAt(row.trainedAt);
    const known = { trainedOn, said, elsewhere: elsewhere.get(competency.id) ?? [] };
    const status = needStatus(row.renewMonths, known, today);
    return [{ row, competency, board, said, status, dueSoon: isDueSoon(status, today) }];
  });
  return { kindOfWork: first.kindOfWork, standings };
}

/**
 * How a person stands with what their kind of work requires, in brief, most urgent first: without what to book.
 * @throws NotFound when it is not the actor's own
 */
export function needsInBrief(ctx: Context, personId: string): NeedsInBrief {
  const { kindOfWork, standings } = readStandings(ctx, personId);
  const needs = standings.map(({ competency, status, dueSoon }) => ({
    competencyId: competency.id,
    name: competency.name,
    status,
    dueSoon,
  }));
  return { kindOfWork, needs: needs.sort(byUrgency) };
}

/**
 * What a person's kind of work requires today, most urgent first, with what to book for it.
 * The number of queries does not grow with the number of requirements or courses.
 * @throws NotFound when it is not the actor's own
 */
export function needsOf(ctx: Context, personId: string): PersonNeeds {
  const { kindOfWork, standings } = readStandings(ctx, personId);
  const now = ctx.clock.now();
  const programme = readProgramme(ctx);
  const places = listBookingsOf(ctx, personId).filter(
    (booking) => booking.state === "confirmed" && booking.endsAt > now,
  );

  const needs = standings.map(({ row, competency, ...standing }): Need => {
    const courses = programme.get(competency.id) ?? [];
    return {
      competencyId: competency.id,
      name: competency.name,
      description: competency.description,
      renewMonths: row.renewMonths,
      ...standing,
      confidence:
        row.confidence !== null && row.feltAt !== null
          ? { value: row.confidence, on: civilDateAt(row.feltAt) }
          : null,
      booked: placeOn(courses, places),
      courses: bestToBook(courses.map(toBook)),
    };
  });
  return { kindOfWork, needs: needs.sort(byUrgency) };
}

/** The first session with a free place; else the next one, which is full. */
function toBook({ sessions: open, ...course }: TeachingCourse): CourseToBook {
  return { ...course, next: open.find((session) => session.placesLeft > 0) ?? open[0] ?? null };
}

/** The soonest place someone has on any of these courses. */
function placeOn(courses: readonly TeachingCourse[], places: readonly MyBooking[]): Need["booked"] {
  const place = places.find((booking) => courses.some((course) => course.slug === booking.courseSlug));
  const firstDay = place?.meetings[0]?.date;
  return place && firstDay ? { bookingId: place.id, courseTitle: place.courseTitle, on: firstDay } : null;
}

const requiredOfPerson = prepared((db) =>
  db
    .select({ competencyId: requirements.competencyId })
    .from(people)
    .innerJoin(requirements, eq(requirements.roleGroupId, people.roleGroupId))
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** The ids of the competencies that a person's kind of work requires; none when it is not known. */
export const requiredOf = (ctx: Pick<Context, "db">, personId: string): string[] =>
  requiredOfPerson(ctx.db)
    .all({ personId })
    .map((row) => row.competencyId);
