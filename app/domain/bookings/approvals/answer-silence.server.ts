// What follows when nobody answers an approval in time.
import { prepared, transact } from "db/client";
import { bookingApprovals } from "db/schema";
import { and, asc, isNull, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { readBookingRow } from "../change-state.server";
import { noLongerAble } from "../places/able-to-come.server";
import { termsOfBooking } from "../places/terms-of-booking.server";
import { readPlaces } from "../places.server";
import { close, findApproval, settle } from "./close-approval.server";

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
 * whose session has begun meanwhile, or whose person may no longer come, is declined, whatever the terms say.
 * @throws Forbidden for anyone but the system
 */
export function answerSilence(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the job that ends approvals");
  const due = overdue(ctx.db).all({ now: ctx.clock.now() });
  for (const { id } of due) {
    transact(ctx.db, () => {
      const approval = findApproval(ctx, id);
      if (!approval || approval.answer !== null) return;
      const booking = readBookingRow(ctx, approval.bookingId);
      const begun = ctx.clock.now() >= readPlaces(ctx, booking.sessionId).startsAt;
      const able = noLongerAble(ctx, booking.personId) === null;
      const approved = !begun && able && termsOfBooking(ctx, booking).rules.approval.silence === "approved";
      close(ctx, approval, booking, { answer: approved ? "silence approved" : "silence declined" });
      if (booking.state === "awaiting approval") settle(ctx, booking, approved, { cause: "no answer" });
    });
  }
  return due.length;
}
