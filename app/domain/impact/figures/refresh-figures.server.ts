// What the worker does about figures: works out those of sessions that have gone far enough on since the last time.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { lastTurns, recordTurn } from "~/domain/notifications/notifications.server";
import { civilDateAt } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { readQuestions } from "./collect-queries.server";
import { collectSums } from "./collect-sums.server";
import { listCandidates, readStanding } from "./refresh-queries.server";
import { closedBy, isDue } from "./refresh-rules";
import type { Questions } from "./sums-of-people";
import { writeFigures } from "./write-figures.server";

const lately = "figures";
const inAll = "figures, all of them";
/** Entries of transactions that were still open when the turn before looked. */
const overlap = minutes(10);
const rest = minutes(1);
/** Sessions in one transaction: others who write wait for a moment only. */
const together = 25;

/**
 * Works out what is due by `isDue`. Each turn looks at sessions that the audit trail names since the last one; once a day,
 * on the first turn, or when told to, at all whose stages have not closed. Again changes nothing.
 * @param most sessions at one turn; the next goes on where this one stopped. With `all` there is no end
 * @returns how many sessions' figures were worked out. @throws Forbidden for anyone but the system
 */
export function refreshFigures(ctx: Context, { all = false, most = 50 } = {}): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("figures that are due");
  const now = ctx.clock.now();
  const turns = lastTurns(ctx);
  // A turn in the future is a clock that was wrong: it tells nothing.
  const turnOf = (task: string) => turns.find((turn) => turn.task === task && turn.at <= now)?.at ?? null;
  const last = turnOf(lately);
  const lastInAll = turnOf(inAll);
  const look = all || last === null || lastInAll === null || civilDateAt(lastInAll) !== civilDateAt(now);
  const candidates = listCandidates(ctx, look ? null : last - overlap);
  const questions = readQuestions(ctx);
  let done = 0;
  for (let at = 0; at < candidates.length && (all || done < most); at += together)
    done += workOut(ctx, candidates.slice(at, at + together), questions);
  if ((all || done < most) && (look || now - (last ?? 0) >= rest)) {
    transact(ctx.db, () => {
      recordTurn(ctx, lately);
      if (look) recordTurn(ctx, inAll);
    });
  }
  return done;
}

/** Those of the sessions that are due. */
function workOut(ctx: Context, ids: readonly string[], questions: Questions): number {
  return transact(ctx.db, () => {
    const workedOutAt = ctx.clock.now();
    const due = readStanding(ctx, ids).flatMap(({ session, now, known }) => {
      const { closedStage, ended } = closedBy(session, workedOutAt);
      const progress = { ...now, closedStage };
      return isDue(known, progress, ended) ? [{ session, progress }] : [];
    });
    const sums = collectSums(
      ctx,
      due.map(({ session }) => session),
      questions,
    );
    for (const { session, progress } of due)
      writeFigures(ctx, session.id, sums.get(session.id), { ...progress, workedOutAt });
    return due.length;
  });
}
