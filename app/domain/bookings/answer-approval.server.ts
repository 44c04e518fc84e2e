// A line manager or an agency's lead agrees to a booking, or does not; and what follows when nobody answers.
import { prepared, transact } from "db/client";
import { bookingApprovals, people } from "db/schema";
import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { leads } from "./acts-as.server";
import { tellOfBeginning } from "./begin-booking.server";
import type { ActedAs } from "./bookings";
import { type BookingRow, changeState, readBooker, readBookingRow, tell } from "./change-state.server";
import { offerFreePlaces } from "./offer-free-places.server";
import { readPlaces } from "./places.server";
import { settled } from "./rules";
import { termsOfBooking } from "./terms-of-booking.server";

export type ApprovalRefusal = "answered already" | "already started";
type ApprovalRow = typeof bookingApprovals.$inferSelect;

const approvalById = prepared((db) =>
  db
    .select()
    .from(bookingApprovals)
    .where(eq(bookingApprovals.id, sql.placeholder("id")))
    .prepare(),
);
const ownAddress = prepared((db) =>
  db
    .select({ email: people.email, standing: people.agencyStanding })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * In what capacity the actor may answer: the line manager who was asked, by the link in their letter or signed in; a lead
 * of the person's agency; a coordinator. Nobody agrees to their own booking.
 */
export function answersAs(
  ctx: Pick<Context, "db" | "actor">,
  approval: Pick<ApprovalRow, "askedOf" | "approverEmail">,
  booker: { id: string; agencyId: string },
  byLink = false,
): ActedAs | null {
  const me = actorPersonId(ctx.actor);
  if (me === booker.id) return null;
  if (byLink && approval.askedOf === "line manager") return "line manager";
  if (holds(ctx.actor, "coordinator")) return "coordinator";
  if (leads(ctx, booker.agencyId)) return "agency lead";
  const own = me === null ? undefined : ownAddress(ctx.db).get({ id: me });
  const asked = approval.approverEmail?.toLowerCase();
  return own && own.standing === "confirmed" && own.email.toLowerCase() === asked ? "line manager" : null;
}

/**
 * Answers an approval; the same answer again changes nothing. Agreed to, a booking has its place or keeps its turn in the
 * queue from when it was asked for; declined, its place goes to the next.
 * @param answer.byLink whether the actor opened the link of the letter: its signature is the route's to check
 * @throws NotFound for anyone who may not answer it
 */
export function answerApproval(
  ctx: Context,
  answer: { approvalId: string; approve: boolean; note?: string; byLink?: boolean },
): Result<null, ApprovalRefusal> {
  return transact(ctx.db, () => {
    const approval = approvalById(ctx.db).get({ id: answer.approvalId });
    if (!approval) throw new NotFound("approval");
    const booking = readBookingRow(ctx, approval.bookingId);
    const actedAs = answersAs(ctx, approval, readBooker(ctx, booking.personId), answer.byLink);
    if (!actedAs) throw new NotFound("approval");
    const wanted = answer.approve ? "approved" : "declined";
    if (approval.answer === wanted) return done(null);
    if (approval.answer !== null || booking.state !== "awaiting approval") return refused("answered already");
    if (ctx.clock.now() >= readPlaces(ctx, booking.sessionId).startsAt) return refused("already started");
    close(ctx, approval, booking, { answer: wanted, note: answer.note });
    settle(ctx, booking, answer.approve, { actedAs, reason: answer.approve ? undefined : answer.note });
    return done(null);
  });
}

/** Answers for a booking whose other way out was taken: it ended before anyone agreed. */
export function withdrawApproval(ctx: Context, booking: BookingRow): void {
  const open = ctx.db
    .select()
    .from(bookingApprovals)
    .where(and(eq(bookingApprovals.bookingId, booking.id), isNull(bookingApprovals.answer)))
    .get();
  if (open) close(ctx, open, booking, { answer: "withdrawn" });
}

function close(
  ctx: Context,
  approval: ApprovalRow,
  booking: BookingRow,
  { answer, note }: { answer: NonNullable<ApprovalRow["answer"]>; note?: string | undefined },
): void {
  ctx.db
    .update(bookingApprovals)
    .set({ answer, answeredAt: ctx.clock.now(), answeredBy: actorPersonId(ctx.actor), note: note || null })
    .where(eq(bookingApprovals.id, approval.id))
    .run();
  recordAudit(ctx, {
    action: "bookings.approval answered",
    subjectKind: "booking",
    subjectId: booking.id,
    aboutPersonId: booking.personId,
    detail: { outcome: answer },
  });
}

function settle(
  ctx: Context,
  booking: BookingRow,
  approved: boolean,
  why: { actedAs?: ActedAs; reason?: string | undefined; cause?: "no answer" },
): void {
  const session = readPlaces(ctx, booking.sessionId);
  const changed = changeState(ctx, booking, approved ? settled(booking) : "declined", why);
  const person = readBooker(ctx, booking.personId);
  if (approved) tellOfBeginning(ctx, changed, session, person, termsOfBooking(ctx, changed));
  else
    tell(
      ctx,
      "booking declined",
      changed,
      session,
      { because: why.cause ?? "approval", note: why.reason ?? null },
      person,
    );
  offerFreePlaces(ctx, booking.sessionId);
}

const overdue = prepared((db) =>
  db
    .select()
    .from(bookingApprovals)
    .where(and(isNull(bookingApprovals.answer), lte(bookingApprovals.answerBy, sql.placeholder("now"))))
    .orderBy(asc(bookingApprovals.answerBy))
    .prepare(),
);

/**
 * Takes silence for the answer that the terms of the booking say. Runs as a job; again at once changes nothing. A booking
 * whose session has begun meanwhile is declined, whatever the terms say.
 * @throws Forbidden for anyone but the system
 */
export function answerSilence(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the job that ends approvals");
  const due = overdue(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const approval = approvalById(ctx.db).get({ id });
      if (!approval || approval.answer !== null) return;
      const booking = readBookingRow(ctx, approval.bookingId);
      const begun = ctx.clock.now() >= readPlaces(ctx, booking.sessionId).startsAt;
      const approved = !begun && termsOfBooking(ctx, booking).rules.approval.silence === "approved";
      close(ctx, approval, booking, { answer: approved ? "silence approved" : "silence declined" });
      if (booking.state === "awaiting approval") settle(ctx, booking, approved, { cause: "no answer" });
    });
  }
  return due.length;
}
