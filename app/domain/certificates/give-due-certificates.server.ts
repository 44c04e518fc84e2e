// What the worker does about certificates: every way in which a register or an answer can change comes to the same here.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { lastTurns, recordTurn } from "~/domain/notifications/notifications.server";
import { civilDateAt } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { listDue } from "./due-queries.server";
import { giveCertificates } from "./give-certificates.server";

const lately = "certificates";
const inAll = "certificates, all of them";
/** Entries of transactions that were still open when the turn before looked. */
const overlap = minutes(10);
const rest = minutes(1);

/**
 * Gives, and withdraws, what is due. Each turn looks only at bookings that the audit trail names since the last one; once a
 * day at all of them, for what changed in other ways, such as what a course asks for. Each is a transaction of its own.
 * @param most at one turn; the next goes on where this one stopped
 * @returns how many certificates changed. @throws Forbidden for anyone but the system
 */
export function giveDueCertificates(ctx: Context, most = 100): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("certificates that are due");
  const now = ctx.clock.now();
  const turns = lastTurns(ctx);
  // A turn in the future is a clock that was wrong: it tells nothing.
  const turnOf = (task: string) => turns.find((turn) => turn.task === task && turn.at <= now)?.at ?? null;
  const last = turnOf(lately);
  const lastInAll = turnOf(inAll);
  const all = last === null || lastInAll === null || civilDateAt(lastInAll) !== civilDateAt(now);
  const due = listDue(ctx, { most, since: all ? null : last - overlap });
  for (const id of due) giveCertificates(ctx, id);
  if (due.length < most && (all || now - last >= rest)) {
    transact(ctx.db, () => {
      recordTurn(ctx, lately);
      if (all) recordTurn(ctx, inAll);
    });
  }
  return due.length;
}
