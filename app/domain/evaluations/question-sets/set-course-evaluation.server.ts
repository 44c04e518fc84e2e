// Which stages a course has besides those that every course has, and whether it asks in hindsight.
import { transact } from "db/client";
import { courseEvaluations, courses } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { type CourseEvaluation, readCourseEvaluation } from "./course-evaluation-queries.server";

const names = ["onArrival", "sixMonths", "recall"] as const;

/** The same settings change nothing. @throws Forbidden, NotFound */
export function setCourseEvaluation(
  ctx: Context,
  { courseId, ...wanted }: CourseEvaluation & { courseId: string },
): void {
  transact(ctx.db, () => {
    const before = readCourseEvaluation(ctx, courseId);
    if (!ctx.db.select().from(courses).where(eq(courses.id, courseId)).get()) throw new NotFound("course");
    const fields = names.filter((name) => before[name] !== wanted[name]);
    if (fields.length === 0) return;
    ctx.db
      .insert(courseEvaluations)
      .values({ courseId, ...wanted })
      .onConflictDoUpdate({ target: courseEvaluations.courseId, set: wanted })
      .run();
    recordAudit(ctx, {
      action: "evaluations.course settings changed",
      subjectKind: "course",
      subjectId: courseId,
      detail: { fields },
    });
  });
}
