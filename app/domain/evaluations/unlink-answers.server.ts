// What somebody answered stays; whose it was goes. Afterwards nothing leads from an answer to a booking, or back.
import { transact } from "db/client";
import {
  answers,
  bookings,
  comments,
  commitmentFollowUps,
  commitments,
  evaluationDrafts,
  respondents,
  responses,
  sessions,
} from "db/schema";
import { and, eq, inArray } from "drizzle-orm";
import { type Context, holds } from "~/domain/context";
import { civilDateAt, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { forgetWordsOf } from "./clear-words.server";

const came: readonly string[] = ["attended", "partly attended"];

/** The start of the London day of an instant. */
const dayOf = (instant: number) => startOfDay(civilDateAt(instant));

function onlyWhoEndsRecords({ actor }: Context): void {
  if (actor.kind !== "system" && !holds(actor, "admin")) throw new Forbidden("unlinking answers");
}

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

/** Everything that one respondent answered, wrote and promised becomes another's, or with null nobody's. */
function giveOver({ db, ids }: Context, from: string, to: { id: string; day: number } | null): void {
  const given = db.delete(answers).where(eq(answers.respondentId, from)).returning().all();
  const written = db.delete(comments).where(eq(comments.respondentId, from)).returning().all();
  const responded = db.delete(responses).where(eq(responses.respondentId, from)).returning().all();
  const promised = db.select().from(commitments).where(eq(commitments.respondentId, from)).all();
  const became = promised.flatMap(({ id }) =>
    db.delete(commitmentFollowUps).where(eq(commitmentFollowUps.commitmentId, id)).returning().all(),
  );
  db.delete(commitments).where(eq(commitments.respondentId, from)).run();
  if (to === null) return;
  const respondentId = to.id;
  for (const row of responded)
    db.insert(responses)
      .values({ ...row, respondentId, submittedAt: to.day })
      .run();
  for (const row of given)
    db.insert(answers)
      .values({ ...row, respondentId })
      .run();
  for (const row of written)
    db.insert(comments)
      .values({ ...row, respondentId, id: ids.secret() })
      .run();
  for (const row of promised) {
    const id = ids.secret();
    db.insert(commitments)
      .values({ ...row, id, respondentId, madeAt: to.day })
      .run();
    for (const one of became.filter(({ commitmentId }) => commitmentId === row.id))
      db.insert(commitmentFollowUps)
        .values({ ...one, commitmentId: id, answeredAt: to.day })
        .run();
  }
}

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

/** Ends forms that were begun and never sent. @param keys "<booking>~<stage>" @returns how many. @throws Forbidden */
export function clearDrafts(ctx: Context, keys: readonly string[]): number {
  onlyWhoEndsRecords(ctx);
  return transact(ctx.db, () => {
    let ended = 0;
    for (const key of keys) {
      const at = key.lastIndexOf("~");
      const [bookingId, stage] = [key.slice(0, at), key.slice(at + 1)];
      ended += ctx.db
        .delete(evaluationDrafts)
        .where(
          and(
            eq(evaluationDrafts.bookingId, bookingId),
            eq(evaluationDrafts.stage, stage as (typeof evaluationDrafts.$inferSelect)["stage"]),
          ),
        )
        .run().changes;
    }
    return ended;
  });
}
