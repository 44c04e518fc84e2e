// The partnership decides how long a kind of record is kept.
import { transact } from "db/client";
import { retentionRules } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayChangeRetention } from "./keeping-policy";
import { readMonths } from "./retention-queries.server";
import { mostMonths, type RetentionCode, retentionRules as rules } from "./retention-rules";

export type RetentionRefusal = "too short" | "too long";

/** Nothing ends by it before the next run. The same months again change nothing. @throws Forbidden */
export function changeRetention(
  ctx: Context,
  change: { rule: RetentionCode; months: number },
): Result<null, RetentionRefusal> {
  if (!mayChangeRetention(ctx.actor)) throw new Forbidden("retention");
  return transact(ctx.db, () => {
    const { rule, months } = change;
    if (!Number.isInteger(months) || months < rules[rule].least) return refused("too short");
    if (months > mostMonths) return refused("too long");
    const from = readMonths(ctx)[rule];
    if (from === months) return done(null);
    const row = { months, changedAt: ctx.clock.now(), changedBy: actorPersonId(ctx.actor) };
    ctx.db
      .insert(retentionRules)
      .values({ rule, ...row })
      .onConflictDoUpdate({ target: retentionRules.rule, set: row })
      .run();
    recordAudit(ctx, {
      action: "personal-data.retention changed",
      subjectKind: "retention rule",
      subjectId: rule,
      detail: { rule, from, to: months },
    });
    return done(null);
  });
}
