// A coordinator adds a course. It is offered at once or later; until it has sessions there is nothing to book.
import { transact } from "db/client";
import { courses } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { CourseDetails } from "./catalogue";
import { type CourseRefusal, refusalOf, writeParts } from "./course-parts.server";
import { mayRunCatalogue } from "./policy";
import { slugFor } from "./rules";

/** @returns the slug that its addresses have from now on. @throws Forbidden */
export function addCourse(
  ctx: Context,
  given: CourseDetails & { offered: boolean },
): Result<{ courseId: string; slug: string }, CourseRefusal> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
  return transact(ctx.db, () => {
    const refusal = refusalOf(ctx, given, "");
    if (refusal) return refused(refusal);
    const taken = new Set(
      ctx.db
        .select({ slug: courses.slug })
        .from(courses)
        .all()
        .map(({ slug }) => slug),
    );
    const courseId = ctx.ids.id();
    const slug = slugFor(given.title, taken, "course");
    const { boards: _b, outcomes: _o, competencies: _c, learningSources: _l, ...own } = given;
    ctx.db
      .insert(courses)
      .values({ ...own, id: courseId, slug })
      .run();
    writeParts(ctx, courseId, given);
    recordAudit(ctx, {
      action: "catalogue.course added",
      subjectKind: "course",
      subjectId: courseId,
      detail: { offered: given.offered },
    });
    return done({ courseId, slug });
  });
}
