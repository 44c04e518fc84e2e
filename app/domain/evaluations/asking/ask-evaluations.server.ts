// Letters to those who owe an answer weeks later, and to line managers whom a learner lets us ask.
import { transact } from "db/client";
import { evaluationLetters } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { lastTurns, recordTurn } from "~/domain/notifications/notifications.server";
import { wallTimeAt } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { cameBack, postLetter } from "./ask-letters.server";
import { candidate, candidates, stagesWithQuestions } from "./ask-queries.server";
import { type LetterStage, letterDue, letterStages, morning, netFor } from "./evaluation-letters";
import { lineManagerToAsk } from "./line-manager-to-ask.server";

const task = "evaluations asked";
/** Letters are due by the day, so nothing is missed between two looks, and looking takes a while. */
const rest = hours(1);

/**
 * Writes what is due, each letter in a transaction of its own with the row that says it was written: a turn that is cut,
 * or another worker at the same moment, sends none twice and none is lost. Again changes nothing.
 * @param most letters at one turn; the next goes on where this one stopped
 * @returns how many letters were written. @throws Forbidden for anyone but the system
 */
export function askEvaluations(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("letters that ask for evaluations");
  const now = ctx.clock.now();
  if (wallTimeAt(now) < morning) return 0;
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (last && now - last.at < rest) return 0;
  const withQuestions = stagesWithQuestions(ctx.db)
    .all()
    .map(({ stage }) => stage);
  let written = 0;
  for (const stage of letterStages.filter((each) => withQuestions.includes(each))) {
    for (const found of candidates[stage](ctx.db).all(netFor(stage, now))) {
      if (written >= most) return written;
      if (letterDue(stage, found, now) === null) continue;
      written += transact(ctx.db, () => writeTo(ctx, stage, found.bookingId));
    }
  }
  recordTurn(ctx, task);
  return written;
}

/** Looks again under the write lock: somebody may have answered, or been written to, since. @returns 1 if it wrote */
function writeTo(ctx: Context, stage: LetterStage, bookingId: string): number {
  const now = ctx.clock.now();
  const found = candidate[stage](ctx.db).get({ bookingId });
  const number = found ? letterDue(stage, found, now) : null;
  if (!found || number === null) return 0;
  const learner = { id: found.personId, name: found.personName, email: found.email };
  const to = stage === "M" ? lineManagerToAsk(ctx, found) : learner;
  if (!to || cameBack(ctx, stage, found, number - 1)) return 0;
  ctx.db.insert(evaluationLetters).values({ bookingId, stage, number, sentAt: now }).run();
  recordAudit(ctx, {
    action: "evaluations.asked",
    subjectKind: "booking",
    subjectId: bookingId,
    aboutPersonId: found.personId,
    detail: { stage, number },
  });
  postLetter(ctx, stage, { found, number, to });
  return 1;
}
