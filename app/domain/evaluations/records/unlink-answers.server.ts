// What somebody answered stays; whose it was goes. Afterwards nothing leads from an answer to a booking, or back.
import { transact } from "db/client";
import { bookings, evaluationDrafts, respondents, sessions } from "db/schema";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { civilDateAt, startOfDay } from "~/shared/civil-time";
import { giveOver } from "./give-over-answers.server";
import { onlyWhoEndsRecords } from "./records-policy";

const came: readonly string[] = ["attended", "partly attended"];

/** The start of the London day of an instant. */
const dayOf = (instant: number) => startOfDay(civilDateAt(instant));

/**
 * Unlinks respondents from their bookings, with new ids made by chance; audited by whoever asks for it. Every instant
 * becomes the day on which the session ended, the same for all of it, as the minute in which somebody answered stands in
 * the receipt and in the audit trail. Rows are written anew: the order in which they lie would tell as much. What they
 * answered, and so every figure, stays the same. Figures are of those who came, which nothing would tell any more: what
 * somebody answered who did not come goes.
 * @returns how many were unlinked or went: those that had been unlinked already are not among them. @throws Forbidden
 */
export function unlinkAnswers(ctx: Context, respondentIds: readonly string[]): number {
  onlyWhoEndsRecords(ctx);
  return transact(ctx.db, () => {
    const { db } = ctx;
    const linked = db
      .select({ row: respondents, endsAt: sessions.endsAt, state: bookings.state })
      .from(respondents)
      .innerJoin(bookings, eq(bookings.id, respondents.bookingId))
      .innerJoin(sessions, eq(sessions.id, respondents.sessionId))
      .where(inArray(respondents.id, [...respondentIds]))
      .all();
    const anew = linked
      .map(({ row, endsAt, state }) => ({
        ...{ row, id: ctx.ids.secret(), day: dayOf(endsAt) },
        cameToIt: came.includes(state),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { row, id, day, cameToIt } of anew) {
      const unlinked = { id, bookingId: null, managerMayBeAsked: null, unlinkedAt: dayOf(ctx.clock.now()) };
      if (cameToIt)
        db.insert(respondents)
          .values({ ...row, ...unlinked })
          .run();
      giveOver(ctx, row.id, cameToIt ? { id, day } : null);
      db.delete(evaluationDrafts)
        .where(eq(evaluationDrafts.bookingId, row.bookingId ?? ""))
        .run();
      db.delete(respondents).where(eq(respondents.id, row.id)).run();
    }
    return anew.length;
  });
}
