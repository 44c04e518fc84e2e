// Somebody is erased: what they answered is parted from them at once.
import { transact } from "db/client";
import { bookings, evaluationDrafts, respondents } from "db/schema";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { forgetWordsOf } from "../comments/clear-words.server";
import { onlyWhoEndsRecords } from "./records-policy";
import { unlinkAnswers } from "./unlink-answers.server";

/**
 * The evaluations room's part of erasing someone: all they answered is unlinked at once, and what was written goes. That
 * they made a commitment, and what became of it, still counts. @throws Forbidden
 */
export function forgetAnswers(ctx: Context, personId: string): void {
  onlyWhoEndsRecords(ctx);
  transact(ctx.db, () => {
    const theirs = ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.personId, personId));
    const linked = ctx.db
      .select({ id: respondents.id })
      .from(respondents)
      .where(inArray(respondents.bookingId, theirs))
      .all();
    const ids = linked.map(({ id }) => id);
    // Words can say who wrote them: parted from their writer they would tell all the same.
    forgetWordsOf(ctx, ids);
    unlinkAnswers(ctx, ids);
    ctx.db.delete(evaluationDrafts).where(inArray(evaluationDrafts.bookingId, theirs)).run();
  });
}
