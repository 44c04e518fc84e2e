// What a practice measure is: its name, what the audit cycle asks, and the training that is to move it.
import { transact } from "db/client";
import { practiceMeasures } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { mayRunProgramme } from "~/domain/sessions/sessions.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { linksOf, linkTraining } from "./measure-links.server";

export type MeasureDetails = {
  name: string;
  unit: string;
  source: "audit" | "dataset";
  /** What the audit cycle asks; null where nobody has written it down. */
  question: string | null;
  better: "higher" | "lower" | null;
  themeSlugs: string[];
  courseIds: string[];
};

const about = (number: string) => ({ subjectKind: "practice measure", subjectId: number });

/** `number` is how the partnership counts it, as in "4". @throws Forbidden, and NotFound for a theme or course that is not */
export function addPracticeMeasure(
  ctx: Context,
  { number, ...details }: MeasureDetails & { number: string },
): Result<null, "number taken"> {
  return transact(ctx.db, () => {
    authorise(ctx);
    if (readMeasure(ctx, number)) return refused("number taken");
    const { themeSlugs: _themes, courseIds: _courses, ...columns } = details;
    ctx.db
      .insert(practiceMeasures)
      .values({ number, ...columns })
      .run();
    const links = linkTraining(ctx, number, details);
    recordAudit(ctx, { action: "impact.practice measure added", ...about(number), detail: links });
    return done(null);
  });
}

/** The same details change nothing; figures already recorded stay. @throws Forbidden, NotFound */
export function changePracticeMeasure(
  ctx: Context,
  { number, ...details }: MeasureDetails & { number: string },
): Result<null, never> {
  return transact(ctx.db, () => {
    authorise(ctx);
    const before = readMeasure(ctx, number);
    if (!before) throw new NotFound("practice measure");
    const { themeSlugs: _themes, courseIds: _courses, ...columns } = details;
    const fields = (Object.keys(columns) as (keyof typeof columns)[]).filter(
      (field) => columns[field] !== before[field],
    );
    const was = linksOf(ctx, number);
    const links = linkTraining(ctx, number, details);
    const moved = JSON.stringify(was) !== JSON.stringify(linksOf(ctx, number));
    if (fields.length === 0 && !moved) return done(null);
    ctx.db.update(practiceMeasures).set(columns).where(eq(practiceMeasures.number, number)).run();
    const detail = { fields: moved ? [...fields, "training"] : fields, ...links };
    recordAudit(ctx, { action: "impact.practice measure changed", ...about(number), detail });
    return done(null);
  });
}

function authorise(ctx: Context): void {
  if (!mayRunProgramme(ctx.actor)) throw new Forbidden("the practice measures");
}

const readMeasure = (ctx: Context, number: string) =>
  ctx.db.select().from(practiceMeasures).where(eq(practiceMeasures.number, number)).get();
