// What each retention rule would end now, and next.
import { type Db, prepared } from "db/client";
import { retentionRules as chosen } from "db/schema";
import { asc, lt, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { lastTurns } from "~/domain/notifications/notifications.server";
import { type CivilDate, civilDateAt } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { maySeeRetention } from "./keeping-policy";
import { recordsOf } from "./retention-records.server";
import { dueBefore, dueOn, type RetentionCode, retentionCodes, retentionRules } from "./retention-rules";

function build(db: Db, code: RetentionCode) {
  const { table, id, since, where } = recordsOf[code](db);
  const records = db
    .select({ id: sql<string>`${id}`.as("record_id"), since: sql<number>`${since}`.as("since") })
    .from(table)
    .where(where)
    .as("records");
  const before = sql.placeholder("before");
  return {
    due: db
      .select({ id: records.id })
      .from(records)
      .where(lt(records.since, before))
      .orderBy(asc(records.since), asc(records.id))
      .limit(sql.placeholder("most"))
      .prepare(),
    counts: db
      .select({
        due: sql<number>`count(*) filter (where ${records.since} < ${before})`,
        oldest: sql<number | null>`min(${records.since}) filter (where ${records.since} < ${before})`,
        next: sql<number | null>`min(${records.since}) filter (where ${records.since} >= ${before})`,
      })
      .from(records)
      .prepare(),
  };
}

/** A preview counts what a run takes: both look at the same records. */
const queries = new Map(retentionCodes.map((code) => [code, prepared((db) => build(db, code))]));

function queriesOf(db: Db, code: RetentionCode) {
  const prepare = queries.get(code);
  if (!prepare) throw new Error(`No such retention rule: ${code}`);
  return prepare(db);
}

const allChosen = prepared((db) => db.select().from(chosen).prepare());

/** How many months each rule waits: the partnership's choice, or the rule's own. */
export function readMonths(ctx: Pick<Context, "db">): Record<RetentionCode, number> {
  const own = retentionCodes.map((code) => [code, retentionRules[code].months]);
  const changed = allChosen(ctx.db)
    .all()
    .map(({ rule, months }) => [rule, months]);
  return Object.fromEntries([...own, ...changed]);
}

/** The ids of records that are due by a rule, the oldest first. */
export function listDue(
  ctx: Pick<Context, "db" | "clock">,
  code: RetentionCode,
  { months, most }: { months: number; most: number },
): string[] {
  const now = ctx.clock.now();
  return queriesOf(ctx.db, code)
    .due.all({ now, before: dueBefore(months, now), most })
    .map((record) => record.id);
}

export type RetentionLine = {
  code: RetentionCode;
  months: number;
  /** How many records would end now, and since which day the oldest is kept. */
  due: number;
  oldest: CivilDate | null;
  /** The day on which the next one falls due after those. */
  next: CivilDate | null;
};

/** What a run would end now, rule by rule; and when one last finished. @throws Forbidden */
export function previewRetention(ctx: Pick<Context, "db" | "clock" | "actor">): {
  lines: RetentionLine[];
  lastRun: number | null;
} {
  if (!maySeeRetention(ctx.actor)) throw new Forbidden("retention");
  const now = ctx.clock.now();
  const chosenMonths = readMonths(ctx);
  const lines = retentionCodes.map((code) => {
    const months = chosenMonths[code];
    const counts = queriesOf(ctx.db, code).counts.get({ now, before: dueBefore(months, now) });
    return {
      code,
      months,
      due: counts?.due ?? 0,
      oldest: counts?.oldest == null ? null : civilDateAt(counts.oldest),
      next: counts?.next == null ? null : dueOn(counts.next, months),
    };
  });
  return { lines, lastRun: lastRunOf(ctx) };
}

export const retentionTask = "retention";

const lastRunOf = (ctx: Pick<Context, "db">): number | null =>
  lastTurns(ctx).find(({ task }) => task === retentionTask)?.at ?? null;

/** Once a London day is enough: months are counted in days. */
export function isRetentionDue(ctx: Pick<Context, "db" | "clock">): boolean {
  const last = lastRunOf(ctx);
  return last === null || civilDateAt(last) < civilDateAt(ctx.clock.now());
}
