// A line manager or an agency's lead agrees to a booking, or does not.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { readBooker, readBookingRow } from "../change-state.server";
import { type NoLongerAble, noLongerAble } from "../places/able-to-come.server";
import { readPlaces } from "../places.server";
import { answersAs } from "./approver.server";
import { close, findApproval, settle } from "./close-approval.server";

export type ApprovalRefusal = "answered already" | "already started" | NoLongerAble;

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
    const approval = findApproval(ctx, answer.approvalId);
    if (!approval) throw new NotFound("approval");
    const booking = readBookingRow(ctx, approval.bookingId);
    const actedAs = answersAs(ctx, approval, readBooker(ctx, booking.personId), answer.byLink);
    if (!actedAs) throw new NotFound("approval");
    const wanted = answer.approve ? "approved" : "declined";
    if (approval.answer === wanted) return done(null);
    if (approval.answer !== null || booking.state !== "awaiting approval") return refused("answered already");
    if (ctx.clock.now() >= readPlaces(ctx, booking.sessionId).startsAt) return refused("already started");
    const hindrance = answer.approve ? noLongerAble(ctx, booking.personId) : null;
    if (hindrance) return refused(hindrance);
    close(ctx, approval, booking, { answer: wanted, note: answer.note });
    settle(ctx, booking, answer.approve, { actedAs, reason: answer.approve ? undefined : answer.note });
    return done(null);
  });
}
