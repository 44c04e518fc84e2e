// What has been kept long enough ends: every rule in turn, in short transactions, so that a run that is cut in the middle
// has done part of the work whole and the next one does the rest.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { recordTurn } from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { mayEndRecords } from "./keeping-policy";
import { listDue, readMonths, retentionTask } from "./retention-queries.server";
import { type RetentionCode, retentionCodes } from "./retention-rules";
import { atOnce, ways } from "./retention-ways.server";

/**
 * Ends everything that is due, one transaction at each step, so that whoever drives it may do other things in between.
 * Again changes nothing. Each transaction is audited with its rule and count.
 * @throws Forbidden; Error when a rule does not end what it found, rather than trying for ever
 */
export function* retentionSteps(ctx: Context): Generator<{ code: RetentionCode; rows: number }> {
  if (!mayEndRecords(ctx.actor)) throw new Forbidden("retention");
  const months = readMonths(ctx);
  for (const code of retentionCodes) {
    const most = atOnce(code);
    let rows: number;
    do {
      rows = transact(ctx.db, () => endDue(ctx, code, { months: months[code], most }));
      yield { code, rows };
    } while (rows === most);
  }
  recordTurn(ctx, retentionTask);
}

/** All steps at once. @returns how many records each rule ended. @throws like the steps */
export function runRetention(ctx: Context): Record<RetentionCode, number> {
  const ended = Object.fromEntries(retentionCodes.map((code) => [code, 0])) as Record<RetentionCode, number>;
  for (const { code, rows } of retentionSteps(ctx)) ended[code] += rows;
  return ended;
}

function endDue(ctx: Context, code: RetentionCode, limits: { months: number; most: number }): number {
  const ids = listDue(ctx, code, limits);
  if (ids.length === 0) return 0;
  const rows = ways[code](ctx, ids);
  if (rows !== ids.length) throw new Error(`${code}: ${ids.length} records are due, but ${rows} ended.`);
  recordAudit(ctx, {
    action: "personal-data.retention run",
    subjectKind: "retention rule",
    subjectId: code,
    detail: { rule: code, rows },
  });
  return rows;
}
