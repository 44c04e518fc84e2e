// The answers of one booking become those of another of the same person's: after a move, or where two accounts are one.
import { prepared } from "db/client";
import { evaluationDrafts, evaluationReceipts, respondents } from "db/schema";
import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { readSubject } from "../answering/subject-queries.server";
import type { Stage } from "../evaluations";

const receiptsOf = prepared((db) =>
  db
    .select({ stage: evaluationReceipts.stage })
    .from(evaluationReceipts)
    .where(eq(evaluationReceipts.bookingId, sql.placeholder("bookingId")))
    .prepare(),
);
const before: readonly Stage[] = ["T0", "T1"];

/**
 * Inside the caller's transaction. The respondent goes over with all it answered, unless the other booking has answered
 * something already: then both stay as they are. What was answered after a training stays with it.
 */
export function takeAlong(ctx: Context, { from, to }: { from: string; to: string }): void {
  const given = receiptsOf(ctx.db)
    .all({ bookingId: from })
    .map(({ stage }) => stage);
  const taken = receiptsOf(ctx.db).all({ bookingId: to });
  const drafts = eq(evaluationDrafts.bookingId, from);
  if (taken.length > 0 || given.some((stage) => !before.includes(stage))) return;
  const { sessionId, personId } = readSubject(ctx, to);
  // Begun and not sent: the questions are the same. What was begun with the booking that stays goes on.
  const begun = ctx.db
    .select({ stage: evaluationDrafts.stage })
    .from(evaluationDrafts)
    .where(eq(evaluationDrafts.bookingId, to));
  ctx.db
    .delete(evaluationDrafts)
    .where(and(drafts, inArray(evaluationDrafts.stage, begun)))
    .run();
  ctx.db
    .update(evaluationDrafts)
    .set({ bookingId: to })
    .where(and(drafts, inArray(evaluationDrafts.stage, ["T0", "T1"])))
    .run();
  if (given.length === 0) return;
  // One that was made for something else than an answer, and holds none.
  ctx.db.delete(respondents).where(eq(respondents.bookingId, to)).run();
  ctx.db.update(respondents).set({ bookingId: to, sessionId }).where(eq(respondents.bookingId, from)).run();
  ctx.db
    .update(evaluationReceipts)
    .set({ bookingId: to })
    .where(eq(evaluationReceipts.bookingId, from))
    .run();
  for (const stage of given)
    recordAudit(ctx, {
      action: "evaluations.answers moved",
      subjectKind: "booking",
      subjectId: to,
      aboutPersonId: personId,
      detail: { stage, fromBookingId: from },
    });
}
