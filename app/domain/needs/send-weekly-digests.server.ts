// Each agency's lead hears once a week how their people stand: counts alone, and of their own agency alone.

import { transact } from "db/client";
import { listToRenew } from "~/domain/certificates/certificates.server";
import type { Context } from "~/domain/context";
import type { AgencyDigest } from "~/domain/notifications/notifications";
import { lastTurns, postMessage, recordTurn } from "~/domain/notifications/notifications.server";
import { addDays, addMonths, type CivilDate, startOfDay } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import {
  agenciesOfPeople,
  agencyLeads,
  approvalsToAnswer,
  comingByAgency,
  missedByAgency,
  waitingByAgency,
} from "./weekly-digest-queries.server";
import { digestDue, isWorthSaying, mostListed } from "./weekly-digest-rules";

const task = "weekly digest";
const daysAhead = 14;

/**
 * Writes to the leads once a week, to those with something to hear. Runs as a job; again in the same week changes nothing.
 * @returns how many letters were posted. @throws Forbidden for anyone but the system
 */
export function sendWeeklyDigests(ctx: Context): number {
  if (ctx.actor.kind !== "system") throw new Forbidden("the weekly letters");
  const now = ctx.clock.now();
  const monday = digestDue(now);
  if (monday === null) return 0;
  // A turn in the future is a clock that was wrong: it tells nothing.
  const last = lastTurns(ctx).find((turn) => turn.task === task && turn.at <= now);
  if (last && last.at >= startOfDay(monday)) return 0;
  return transact(ctx.db, () => {
    const digestFor = countWeek(ctx, monday);
    let posted = 0;
    for (const lead of agencyLeads(ctx.db).all()) {
      const digest = digestFor(lead);
      if (!isWorthSaying(digest)) continue;
      postMessage(ctx, {
        kind: "agency digest",
        key: `agency digest/${lead.personId}/${monday}`,
        to: { personId: lead.personId, email: lead.email },
        facts: { personName: lead.name, ...digest },
      });
      posted += 1;
    }
    recordTurn(ctx, task);
    return posted;
  });
}

type Lead = ReturnType<ReturnType<typeof agencyLeads>["all"]>[number];

/** Counts the week for all agencies at once. @returns what one lead is told */
function countWeek(ctx: Pick<Context, "db" | "clock">, from: CivilDate): (lead: Lead) => AgencyDigest {
  const now = ctx.clock.now();
  const start = startOfDay(from);
  const until = startOfDay(addDays(from, daysAhead));
  const coming = groupBy(comingByAgency(ctx.db).all({ from: start, until }), ({ agencyId }) => agencyId);
  const waiting = counts(waitingByAgency(ctx.db).all({ now }));
  const missed = counts(missedByAgency(ctx.db).all({ from: startOfDay(addDays(from, -7)), until: start }));
  const approvals = groupBy(approvalsToAnswer(ctx.db).all(), ({ agencyId }) => agencyId);
  const renewing = (first: CivilDate, last: CivilDate) => peopleToRenew(ctx, { now, from: first, to: last });
  const renewals = renewing(from, addDays(from, 28));
  const overdue = renewing(addMonths(from, -12), addDays(from, -1));
  return ({ personId, agencyId, agencyName }) => {
    const all = (coming.get(agencyId) ?? []).map(({ agencyId: _own, ...session }) => session);
    return {
      agencyName,
      from,
      coming: all.slice(0, mostListed),
      moreComing: Math.max(0, all.length - mostListed),
      waiting: waiting.get(agencyId) ?? 0,
      approvals: (approvals.get(agencyId) ?? []).filter((each) => each.personId !== personId).length,
      missed: missed.get(agencyId) ?? 0,
      renewals: renewals.get(agencyId) ?? 0,
      overdue: overdue.get(agencyId) ?? 0,
    };
  };
}

const counts = (rows: { agencyId: string; n: number }[]) =>
  new Map(rows.map(({ agencyId, n }) => [agencyId, n]));

/** People whose certificate's last day is in a span, without a newer one or a booking that would give one, by agency. */
function peopleToRenew(ctx: Pick<Context, "db">, span: { now: number; from: CivilDate; to: CivilDate }) {
  const ids = [
    ...new Set(
      listToRenew(ctx.db)
        .all(span)
        .map(({ personId }) => personId),
    ),
  ];
  const found = agenciesOfPeople(ctx.db).all({ ids: JSON.stringify(ids) });
  return new Map([...groupBy(found, ({ agencyId }) => agencyId)].map(([id, rows]) => [id, rows.length]));
}
