// The one way a booking changes state: the row, its history, the audit trail and its message, all together.

import { prepared } from "db/client";
import { bookingChanges, bookings, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import type { BookingFacts, MeetingFacts, MessageFacts } from "~/domain/notifications/notifications";
import { postMessage, takeBackQuestions } from "~/domain/notifications/notifications.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { NotFound } from "~/shared/problems";
import { bookingFacts } from "./booking-facts.server";
import type { ActedAs, BookingState, Cause } from "./bookings";
import { furtherDays } from "./letters/further-days";
import { takeBackCharges } from "./places/take-back-charges.server";
import type { SessionWithPlaces } from "./places.server";
import { transitions } from "./rules";

export type BookingRow = typeof bookings.$inferSelect;

const bookingById = prepared((db) =>
  db
    .select()
    .from(bookings)
    .where(eq(bookings.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws NotFound */
export function readBookingRow(ctx: Pick<Context, "db">, id: string): BookingRow {
  const row = bookingById(ctx.db).get({ id });
  if (!row) throw new NotFound("booking");
  return row;
}

const personById = prepared((db) =>
  db
    .select({ id: people.id, name: people.name, email: people.email, agencyId: people.agencyId })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/** Whose booking it is. @throws NotFound */
export function readBooker(ctx: Pick<Context, "db">, personId: string) {
  const person = personById(ctx.db).get({ id: personId });
  if (!person) throw new NotFound("person");
  return person;
}

const insertChange = prepared((db) =>
  db
    .insert(bookingChanges)
    .values({
      bookingId: sql.placeholder("bookingId"),
      fromState: sql.placeholder("fromState"),
      toState: sql.placeholder("toState"),
      at: sql.placeholder("at"),
      byPersonId: sql.placeholder("byPersonId"),
      reason: sql.placeholder("reason"),
      actedAs: sql.placeholder("actedAs"),
      cause: sql.placeholder("cause"),
      notice: sql.placeholder("notice"),
      // Not through the column: it would write a blank as false.
      late: sql`${sql.placeholder("late")}`,
    })
    .prepare(),
);

/** What a line of history says besides the states. */
export type Why = {
  /** Their own words. */
  reason?: string | undefined;
  cause?: Cause | undefined;
  /** Told from the actor where it is left out. */
  actedAs?: ActedAs | undefined;
  /** Notice given of a cancellation, in the terms' unit, and whether it was too short. */
  notice?: number | undefined;
  late?: boolean | undefined;
};

function capacityOfActor({ actor }: Context, personId: string): ActedAs {
  if (actor.kind !== "person") return "system";
  if (actor.personId === personId) return "self";
  return holds(actor, "coordinator")
    ? "coordinator"
    : holds(actor, "admin")
      ? "administrator"
      : holds(actor, "trainer")
        ? "trainer"
        : "agency lead";
}

/** Writes one line of a booking's history and its audit entry. */
export function recordChange(
  ctx: Context,
  booking: Pick<BookingRow, "id" | "personId" | "sessionId">,
  change: { from: BookingState | null; to: BookingState } & Why,
): void {
  const actedAs = change.actedAs ?? capacityOfActor(ctx, booking.personId);
  insertChange(ctx.db).run({
    bookingId: booking.id,
    fromState: change.from,
    toState: change.to,
    at: ctx.clock.now(),
    byPersonId: actorPersonId(ctx.actor),
    reason: change.reason ?? null,
    actedAs,
    cause: change.cause ?? null,
    notice: change.notice ?? null,
    late: change.late === undefined ? null : Number(change.late),
  });
  recordAudit(ctx, {
    action: `bookings.${change.to}`,
    subjectKind: "booking",
    subjectId: booking.id,
    aboutPersonId: booking.personId,
    detail: {
      sessionId: booking.sessionId,
      from: change.from,
      actedAs,
      ...(change.cause && { cause: change.cause }),
      ...(change.late && { late: true }),
      ...(change.reason && { reasonGiven: true }),
    },
  });
}

/**
 * Moves a booking to another state and writes its history; messages are the caller's.
 * @throws Error for a move that is not in the table of transitions
 */
export function changeState(
  ctx: Context,
  booking: BookingRow,
  to: BookingState,
  more: Why & { offerEndsAt?: number; movedToId?: string } = {},
): BookingRow {
  if (!transitions[booking.state].includes(to))
    throw new Error(`A booking cannot go from ${booking.state} to ${to}.`);
  const { offerEndsAt, movedToId, ...why } = more;
  const changed: BookingRow = {
    ...booking,
    state: to,
    offerEndsAt: to === "offered" ? (offerEndsAt ?? null) : null,
    movedToId: movedToId ?? booking.movedToId,
    updatedAt: ctx.clock.now(),
    revision: booking.revision + 1,
  };
  ctx.db
    .update(bookings)
    .set({
      state: changed.state,
      offerEndsAt: changed.offerEndsAt,
      movedToId: changed.movedToId,
      updatedAt: changed.updatedAt,
      revision: changed.revision,
    })
    .where(eq(bookings.id, booking.id))
    .run();
  recordChange(ctx, booking, { from: booking.state, to, ...why });
  if (to === "confirmed") takeBackCharges(ctx, booking);
  // What is asked before the training: it is over, or not theirs any more.
  if (booking.state === "confirmed") takeBackQuestions(ctx, { bookingId: booking.id, stage: "T0" });
  return changed;
}

/** The message kinds that are about one person's booking. */
type BookingMessage = {
  [Kind in keyof MessageFacts]: MessageFacts[Kind] extends { bookingId: string; meetings: unknown }
    ? Kind
    : never;
}[keyof MessageFacts];

/**
 * Tells a person about their own booking, once per booking, kind and revision; asks for the end evaluation once only,
 * however often a register is put right. Further days of it go into their calendar, or out of it, by letters of their own.
 * @param removed meetings that were part of the session before the change it tells of
 */
export function tell<Kind extends BookingMessage>(
  ctx: Context,
  kind: Kind,
  booking: BookingRow,
  session: SessionWithPlaces,
  more: Omit<MessageFacts[Kind], keyof BookingFacts>,
  person: { name: string; email: string } = readBooker(ctx, booking.personId),
  removed: readonly MeetingFacts[] = [],
): void {
  const facts = bookingFacts(booking, session, person, meetingsOf(ctx, session.id));
  const to = { personId: booking.personId, email: person.email };
  postMessage(ctx, {
    kind,
    key: kind === "end evaluation" ? `${kind}/${booking.id}` : `${kind}/${booking.id}/${facts.revision}`,
    to,
    facts: { ...facts, ...more } as unknown as MessageFacts[Kind],
  });
  for (const day of furtherDays(kind, more, facts.meetings, removed))
    postMessage(ctx, {
      kind: "calendar entry",
      key: `calendar entry/${booking.id}/${day.meeting.id}/${facts.revision}`,
      to,
      facts: { ...facts, ...day },
    });
}
