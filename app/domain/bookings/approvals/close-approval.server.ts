// How an approval ends: its answer, and what becomes of the booking that waited for it.
import { prepared } from "db/client";
import { bookingApprovals } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { takeBackQuestions } from "~/domain/notifications/notifications.server";
import type { ActedAs } from "../bookings";
import { type BookingRow, changeState, readBooker, tell } from "../change-state.server";
import { tellOfBeginning } from "../places/begin-booking.server";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { readPlaces } from "../places.server";
import { settled } from "../rules";
import { offerFreePlaces } from "../waiting/offer-free-places.server";

type ApprovalRow = typeof bookingApprovals.$inferSelect;

const approvalById = prepared((db) =>
  db
    .select()
    .from(bookingApprovals)
    .where(eq(bookingApprovals.id, sql.placeholder("id")))
    .prepare(),
);
export const findApproval = (ctx: Pick<Context, "db">, id: string): ApprovalRow | undefined =>
  approvalById(ctx.db).get({ id });

/** Answers for a booking whose other way out was taken: it ended before anyone agreed. */
export function withdrawApproval(ctx: Context, booking: BookingRow): void {
  const open = ctx.db
    .select()
    .from(bookingApprovals)
    .where(and(eq(bookingApprovals.bookingId, booking.id), isNull(bookingApprovals.answer)))
    .get();
  if (open) close(ctx, open, booking, { answer: "withdrawn" });
}

/** Writes the answer; whoever has not been asked yet is not asked any more. */
export function close(
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
  takeBackQuestions(ctx, { approvalId: approval.id });
  recordAudit(ctx, {
    action: "bookings.approval answered",
    subjectKind: "booking",
    subjectId: booking.id,
    aboutPersonId: booking.personId,
    detail: { outcome: answer },
  });
}

/** The booking has its place or its turn, or ends. */
export function settle(
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
