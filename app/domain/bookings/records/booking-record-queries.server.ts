// One booking in full for a coordinator: whose it is, everything that happened to it, and what was written about it.
import { prepared } from "db/client";
import {
  agencies,
  bookingApprovals,
  bookingChanges,
  bookings,
  charges,
  courses,
  outbox,
  people,
  promotions,
  sessions,
} from "db/schema";
import { asc, desc, eq, sql } from "drizzle-orm";
import { costNow } from "~/domain/charges/charges.server";
import type { Context } from "~/domain/context";
import { withFates } from "~/domain/notifications/notifications.server";
import { Forbidden, NotFound } from "~/shared/problems";
import type { ActedAs, Cause } from "../bookings";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { mayRunQueue } from "../policy";

const ofBooking = sql.placeholder("bookingId");

const whole = prepared((db) =>
  db
    .select({
      id: bookings.id,
      reference: bookings.reference,
      state: bookings.state,
      mode: bookings.mode,
      queuedAt: bookings.queuedAt,
      offerEndsAt: bookings.offerEndsAt,
      walkIn: bookings.walkIn,
      inGroup: sql<boolean>`${bookings.groupId} is not null`.mapWith(Boolean),
      movedToId: bookings.movedToId,
      movedFromId: sql<
        string | null
      >`(select old.id from bookings as old where old.person_id = ${bookings.personId} and old.moved_to_id = ${bookings.id})`,
      termsId: bookings.termsId,
      personId: people.id,
      personName: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      agencyConfirmed: sql<boolean>`${people.agencyStanding} = 'confirmed'`.mapWith(Boolean),
      accountClosed: sql<boolean>`${people.disabledAt} is not null`.mapWith(Boolean),
      sessionId: sessions.id,
      courseTitle: courses.title,
      startsAt: sessions.startsAt,
    })
    .from(bookings)
    .innerJoin(people, eq(people.id, bookings.personId))
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .innerJoin(sessions, eq(sessions.id, bookings.sessionId))
    .innerJoin(courses, eq(courses.id, sessions.courseId))
    .where(eq(bookings.id, ofBooking))
    .prepare(),
);

const changesOf = prepared((db) =>
  db
    .select({
      id: bookingChanges.id,
      at: bookingChanges.at,
      from: bookingChanges.fromState,
      to: bookingChanges.toState,
      byName: people.name,
      actedAs: sql<ActedAs | null>`${bookingChanges.actedAs}`,
      cause: sql<Cause | null>`${bookingChanges.cause}`,
      reason: bookingChanges.reason,
      notice: bookingChanges.notice,
      late: bookingChanges.late,
    })
    .from(bookingChanges)
    .leftJoin(people, eq(people.id, bookingChanges.byPersonId))
    .where(eq(bookingChanges.bookingId, ofBooking))
    .orderBy(asc(bookingChanges.id))
    .prepare(),
);

const approvalsOf = prepared((db) =>
  db
    .select({
      id: bookingApprovals.id,
      askedOf: bookingApprovals.askedOf,
      approverEmail: bookingApprovals.approverEmail,
      askedAt: bookingApprovals.askedAt,
      answerBy: bookingApprovals.answerBy,
      answer: bookingApprovals.answer,
      answeredAt: bookingApprovals.answeredAt,
      note: bookingApprovals.note,
    })
    .from(bookingApprovals)
    .where(eq(bookingApprovals.bookingId, ofBooking))
    .orderBy(asc(bookingApprovals.askedAt))
    .prepare(),
);

const promotionsOf = prepared((db) =>
  db
    .select({
      id: promotions.id,
      at: promotions.at,
      reason: promotions.reason,
      overrideReason: promotions.overrideReason,
    })
    .from(promotions)
    .where(eq(promotions.bookingId, ofBooking))
    .orderBy(asc(promotions.id))
    .prepare(),
);

const chargesOf = prepared((db) =>
  db
    .select({ id: charges.id, kind: charges.kind, pence: charges.pence, state: charges.state })
    .from(charges)
    .where(eq(charges.bookingId, ofBooking))
    .prepare(),
);

// A letter's key names what it is about: the booking, a charge for it, or an approval of it.
const lettersOf = prepared((db) =>
  db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      toEmail: outbox.toEmail,
      subject: outbox.subject,
      state: outbox.state,
      droppedBecause: outbox.droppedBecause,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(
      sql`${outbox.id} in (
        select own.id from outbox as own where own.to_person_id = ${sql.placeholder("personId")} and (
          instr(own.key, ${ofBooking}) > 0
          or exists (select 1 from charges as c where c.booking_id = ${ofBooking} and instr(own.key, c.id) > 0))
        union
        select asked.id from booking_approvals as a inner join outbox as asked
          on asked.key >= 'approval-asked/' || ${sql.placeholder("personId")} || '/' || a.id || '/'
          and asked.key < 'approval-asked/' || ${sql.placeholder("personId")} || '/' || a.id || '0'
        where a.booking_id = ${ofBooking})`,
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .prepare(),
);

/** @throws Forbidden for anyone but coordinators, NotFound */
export function readBookingRecord(ctx: Pick<Context, "db" | "clock" | "actor">, bookingId: string) {
  if (!mayRunQueue(ctx.actor)) throw new Forbidden("someone's booking in full");
  const booking = whole(ctx.db).get({ bookingId });
  if (!booking) throw new NotFound("booking");
  const { termsId, ...shown } = booking;
  const asked = { ...booking, id: bookingId };
  const now = ctx.clock.now();
  return {
    booking: shown,
    changes: changesOf(ctx.db).all({ bookingId }),
    approvals: approvalsOf(ctx.db).all({ bookingId }),
    promotions: promotionsOf(ctx.db).all({ bookingId }),
    charges: chargesOf(ctx.db).all({ bookingId }),
    letters: withFates(ctx, lettersOf(ctx.db).all({ bookingId, personId: booking.personId })),
    /** What cancelling now would cost where it is the person's wish; null: nothing. */
    cost:
      booking.state === "confirmed" && termsId !== null
        ? costNow(ctx, { kind: "late cancellation", booking: asked, at: now })
        : null,
    noticeUnit: termsOfBooking(ctx, { termsId, sessionId: booking.sessionId }).rules.notice.unit,
  };
}
