// Audit figures and their targets are recorded as the partnership keeps them; what is recorded is never overwritten.

import { prepared, transact } from "db/client";
import { practiceMeasurePoints, practiceMeasures } from "db/schema";
import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import {
  isPeriod,
  judgeMeasures,
  type MeasureCounts,
  type MeasureRefusal,
  type MeasureVerdict,
  type PracticeMeasurePoint,
  type WeighedMeasures,
} from "./practice-measures";

const measureByNumber = prepared((db) =>
  db
    .select({ name: practiceMeasures.name, unit: practiceMeasures.unit })
    .from(practiceMeasures)
    .where(eq(practiceMeasures.number, sql.placeholder("number")))
    .prepare(),
);

const pointOf = (number: unknown, period: unknown) =>
  and(
    sql`${practiceMeasurePoints.measureNumber} = ${number}`,
    sql`${practiceMeasurePoints.period} = ${period}`,
  );

const pointByPeriod = prepared((db) =>
  db
    .select({ target: practiceMeasurePoints.target, outcome: practiceMeasurePoints.outcome })
    .from(practiceMeasurePoints)
    .where(pointOf(sql.placeholder("number"), sql.placeholder("period")))
    .prepare(),
);

/** Reading a file refuses these with words; a caller that did not is at fault. */
function mustBeKeepable(point: PracticeMeasurePoint): void {
  const figures = [point.target, point.outcome].filter((figure) => figure !== null);
  const named = [point.number, point.name, point.unit].every((text) => text.trim() !== "");
  if (!named || !isPeriod(point.period) || figures.length === 0 || !figures.every(Number.isFinite)) {
    throw new Error(`Not a practice measure that can be recorded: ${JSON.stringify(point)}`);
  }
}

function weigh(ctx: Context, given: readonly PracticeMeasurePoint[]) {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the practice measures");
  given.forEach(mustBeKeepable);
  return judgeMeasures(given, {
    measure: (number) => measureByNumber(ctx.db).get({ number }) ?? null,
    point: (number, period) => pointByPeriod(ctx.db).get({ number, period }) ?? null,
  });
}

const countsOf = (verdict: MeasureVerdict, read: number): MeasureCounts => ({
  added: verdict.additions.length,
  completed: verdict.completions.length,
  unchanged: read - verdict.additions.length - verdict.completions.length - verdict.refusals.length,
});

/** What recording these would come to now, row by row; writes nothing. @throws Forbidden */
export function weighPracticeMeasures(ctx: Context, given: readonly PracticeMeasurePoint[]): WeighedMeasures {
  const verdict = weigh(ctx, given);
  return { ...countsOf(verdict, given.length), refusals: verdict.refusals };
}

/**
 * Records targets and outcomes: all of them, or none if any is refused. A list that adds nothing leaves no audit
 * entry. `source` names the file they came from.
 * @throws Forbidden
 */
export function recordPracticeMeasures(
  ctx: Context,
  given: readonly PracticeMeasurePoint[],
  source: string,
): Result<MeasureCounts, MeasureRefusal[]> {
  return transact(ctx.db, () => {
    const verdict = weigh(ctx, given);
    if (verdict.refusals.length > 0) return refused(verdict.refusals);
    const counts = countsOf(verdict, given.length);
    if (counts.added + counts.completed === 0) return done(counts);

    for (const { number, name, unit } of verdict.measures) {
      ctx.db.insert(practiceMeasures).values({ number, name, unit }).run();
    }
    for (const { number, period, target, outcome } of verdict.additions) {
      ctx.db.insert(practiceMeasurePoints).values({ measureNumber: number, period, target, outcome }).run();
    }
    for (const { number, period, target, outcome } of verdict.completions) {
      ctx.db.update(practiceMeasurePoints).set({ target, outcome }).where(pointOf(number, period)).run();
    }
    recordAudit(ctx, {
      action: "impact.practice measures recorded",
      subjectKind: "import",
      subjectId: source,
      detail: {
        file: source,
        read: given.length,
        ...counts,
        // The only rows that change after they are written: which ones must stay findable.
        completedPoints: verdict.completions.map((point) => `${point.number} ${point.period}`),
      },
    });
    return done(counts);
  });
}
