// One month of a practice measure, written by hand: a new target or outcome, or a correction with its reason.
import { transact } from "db/client";
import { practiceMeasurePoints, practiceMeasures } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type Correction, isPeriod } from "./practice-measures";

/** Figures in the measure's own unit; null is not recorded, never 0. `period` is a month, "2026-10". */
export type MeasurePoint = {
  period: string;
  target: number | null;
  outcome: number | null;
  /** How many cases were looked at. */
  cases: number | null;
};

/**
 * `nothing given`: target and outcome both blank. `off the scale`: a percentage outside 0 to 100. `says otherwise`: another
 * figure is recorded for this month, so a reason is needed to put it right.
 */
export type PointRefusal = "nothing given" | "off the scale" | "says otherwise";

/** The row of a month. */
const at = (number: string, period: string) =>
  and(eq(practiceMeasurePoints.measureNumber, number), eq(practiceMeasurePoints.period, period));

/**
 * Writes a month. A blank may become known without more ado; what is recorded changes only with a reason, which the audit
 * keeps with the figures before and after. The same figures again change nothing.
 * @throws Forbidden, NotFound
 */
export function writeMeasurePoint(
  ctx: Context,
  { number, because, ...point }: MeasurePoint & { number: string; because: Correction | null },
): Result<null, PointRefusal> {
  return transact(ctx.db, () => {
    if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the practice measures");
    const measure = ctx.db.select().from(practiceMeasures).where(eq(practiceMeasures.number, number)).get();
    if (!measure || !isPeriod(point.period)) throw new NotFound("practice measure");
    const { target, outcome, cases } = point;
    if (target === null && outcome === null) return refused("nothing given");
    const most = measure.unit.startsWith("%") ? 100 : Number.MAX_VALUE;
    const onScale = (figure: number | null) => figure === null || (figure >= 0 && figure <= most);
    if (!onScale(target) || !onScale(outcome) || (cases ?? 0) < 0) return refused("off the scale");

    const before = ctx.db.select().from(practiceMeasurePoints).where(at(number, point.period)).get();
    const written = { target, outcome, cases };
    if (!before) {
      ctx.db
        .insert(practiceMeasurePoints)
        .values({ measureNumber: number, ...point })
        .run();
    } else {
      const columns = ["target", "outcome", "cases"] as const;
      const changed = columns.filter((column) => before[column] !== written[column]);
      if (changed.length === 0) return done(null);
      const corrects = changed.some((column) => before[column] !== null);
      if (corrects && !because) return refused("says otherwise");
      ctx.db.update(practiceMeasurePoints).set(written).where(at(number, point.period)).run();
    }
    recordAudit(ctx, {
      action: "impact.practice measure figures written",
      subjectKind: "practice measure",
      subjectId: number,
      detail: {
        period: point.period,
        before: before ? { target: before.target, outcome: before.outcome, cases: before.cases } : null,
        after: written,
        because: before ? because : null,
      },
    });
    return done(null);
  });
}
