// How a booking came to stand as it does: its latest change, who was asked, what is charged, where it went.
import { prepared } from "db/client";
import {
  bookingApprovals,
  bookingChanges,
  bookingGroups,
  bookings,
  charges,
  competencies,
  coursePrerequisites,
  courses,
  prerequisiteClaims,
  sessions,
} from "db/schema";
import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Terms, TermsRules } from "~/domain/terms/terms";
import { termsOfCourse } from "~/domain/terms/terms.server";
import type { ActedAs, BookingState, Cause } from "../bookings";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { readBooking } from "./read-booking.server";

const ofBooking = sql.placeholder("bookingId");

const latestChange = prepared((db) =>
  db
    .select({
      from: bookingChanges.fromState,
      at: bookingChanges.at,
      actedAs: sql<ActedAs | null>`${bookingChanges.actedAs}`,
      cause: sql<Cause | null>`${bookingChanges.cause}`,
      reason: bookingChanges.reason,
      notice: bookingChanges.notice,
      late: bookingChanges.late,
    })
    .from(bookingChanges)
    .where(eq(bookingChanges.bookingId, ofBooking))
    .orderBy(desc(bookingChanges.id))
    .limit(1)
    .prepare(),
);

const latestApproval = prepared((db) =>
  db
    .select({
      askedOf: bookingApprovals.askedOf,
      approverEmail: bookingApprovals.approverEmail,
      answerBy: bookingApprovals.answerBy,
    })
    .from(bookingApprovals)
    .where(eq(bookingApprovals.bookingId, ofBooking))
    .orderBy(desc(bookingApprovals.askedAt))
    .limit(1)
    .prepare(),
);

const claimed = prepared((db) =>
  db
    .select({
      name: sql<string>`coalesce(${courses.title}, ${competencies.name}, ${coursePrerequisites.eLearning})`,
      said: prerequisiteClaims.said,
      accepted: prerequisiteClaims.accepted,
    })
    .from(prerequisiteClaims)
    .innerJoin(coursePrerequisites, eq(coursePrerequisites.id, prerequisiteClaims.prerequisiteId))
    .leftJoin(courses, eq(courses.id, coursePrerequisites.requiredCourseId))
    .leftJoin(competencies, eq(competencies.id, coursePrerequisites.competencyId))
    .where(eq(prerequisiteClaims.bookingId, ofBooking))
    .orderBy(asc(coursePrerequisites.position))
    .prepare(),
);

const movedTo = prepared((db) =>
  db
    .select({ bookingId: bookings.id, startsAt: sessions.startsAt })
    .from(bookings)
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .where(
      eq(
        bookings.id,
        sql`(select old.moved_to_id from bookings as old where old.id = ${sql.placeholder("bookingId")})`,
      ),
    )
    .prepare(),
);

const groupOf = prepared((db) =>
  db
    .select({
      waiting: sql<number>`(select count(*) from bookings as others where others.group_id = ${bookings.groupId} and others.state = 'waiting')`,
      together: sql<boolean>`${bookingGroups.splitAt} is null`.mapWith(Boolean),
    })
    .from(bookings)
    .innerJoin(bookingGroups, eq(bookingGroups.id, bookings.groupId))
    .where(eq(bookings.id, ofBooking))
    .prepare(),
);

const charged = prepared((db) =>
  db
    .select({ id: charges.id, kind: charges.kind, pence: charges.pence, state: charges.state })
    .from(charges)
    .where(and(eq(charges.bookingId, ofBooking), ne(charges.state, "withdrawn")))
    .prepare(),
);

export type BookingStory = {
  /** Null only for a booking without history. */
  change: {
    from: BookingState | null;
    at: number;
    actedAs: ActedAs | null;
    cause: Cause | null;
    /** Words of whoever changed it. */
    reason: string | null;
    /** In the unit of the terms. */
    notice: number | null;
    late: boolean | null;
  } | null;
  approval: ReturnType<ReturnType<typeof latestApproval>["get"]> | null;
  claims: { name: string; said: string | null; accepted: boolean | null }[];
  movedTo: { bookingId: string; startsAt: number } | null;
  /** Those who booked together and how many of them still wait. */
  group: { waiting: number; together: boolean } | null;
  charge: ReturnType<ReturnType<typeof charged>["get"]> | null;
  /** What was agreed to with the booking. */
  terms: Terms;
  /** What its queue goes by now. */
  queueRules: TermsRules;
};

/** For those who may read the booking; somebody's agency does not read their words. @throws NotFound */
export function readBookingStory(ctx: Context, bookingId: string): BookingStory {
  const { session, termsId, actsAs } = readBooking(ctx, bookingId);
  const change = latestChange(ctx.db).get({ bookingId }) ?? null;
  const withheld = actsAs === "agency lead";
  return {
    change: change && {
      ...change,
      reason: withheld && change.actedAs !== "agency lead" ? null : change.reason,
    },
    approval: latestApproval(ctx.db).get({ bookingId }) ?? null,
    claims: claimed(ctx.db)
      .all({ bookingId })
      .map((claim) => (withheld ? { ...claim, said: null } : claim)),
    movedTo: movedTo(ctx.db).get({ bookingId }) ?? null,
    group: groupOf(ctx.db).get({ bookingId }) ?? null,
    charge: charged(ctx.db).get({ bookingId }) ?? null,
    terms: termsOfBooking(ctx, { termsId, sessionId: session.id }),
    queueRules: termsOfCourse(ctx, session.courseId).rules,
  };
}
