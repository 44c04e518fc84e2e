// One more letter to those who have not answered before the training, and to those who have not just after it.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { lastTurns, recordTurn } from "~/domain/notifications/notifications.server";
import { days, minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { unanswered } from "./ask-again-queries.server";
import { isAskedAgain, notAfter, type StageAskedAgain, stagesAskedAgain } from "./ask-again-rules";
import { askOnceMore } from "./ask-once-more.server";
import { stagesWithQuestions } from "./ask-queries.server";

const task = "evaluations asked again";
const rest = minutes(10);
/** Starts of the sessions that a letter can be due of now. A register may be finished weeks after the training. */
const nets: Record<StageAskedAgain, { back: number; ahead: number }> = {
  T0: { back: 0, ahead: days(5) },
  T2: { back: days(90), ahead: 0 },
};

/**
 * Writes what is due, each letter in a transaction of its own with the row that says it was written. Again changes nothing.
 * @param most letters at one turn; the next goes on where this one stopped
 * @returns how many letters were written. @throws Forbidden for anyone but the system
 */
export function askAgain(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("letters that ask for evaluations");
  const now = ctx.clock.now();
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (last && now - last.at < rest) return 0;
  const withQuestions = new Set(
    stagesWithQuestions(ctx.db)
      .all()
      .map(({ stage }) => stage),
  );
  let written = 0;
  for (const stage of stagesAskedAgain.filter((each) => withQuestions.has(each))) {
    const { back, ahead } = nets[stage];
    const net = { after: now - back, before: now + ahead, registerAfter: now - notAfter };
    for (const found of unanswered[stage](ctx.db).all(net)) {
      if (written >= most) return written;
      if (isAskedAgain(stage, found, now))
        written += transact(ctx.db, () => askOnceMore(ctx, stage, found.bookingId));
    }
  }
  recordTurn(ctx, task);
  return written;
}
