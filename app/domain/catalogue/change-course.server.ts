// A coordinator changes what is told of a course. Its slug stays, whatever its title becomes.
import { transact } from "db/client";
import { courses } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { CourseDetails } from "./catalogue";
import { type CourseRefusal, inOrder, readParts, refusalOf, writeParts } from "./course-parts.server";
import { mayRunCatalogue } from "./policy";

/** "terms board left out": its terms of booking hold for the course, so it has to be one of its boards. */
export type ChangeRefusal = CourseRefusal | "terms board left out";

/** The same details change nothing. @throws Forbidden, NotFound */
export function changeCourse(
  ctx: Context,
  { courseId, ...given }: CourseDetails & { courseId: string },
): Result<null, ChangeRefusal> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("the courses");
  return transact(ctx.db, () => {
    const before = ctx.db.select().from(courses).where(eq(courses.id, courseId)).get();
    if (!before) throw new NotFound("course");
    const refusal = refusalOf(ctx, given, courseId);
    if (refusal) return refused(refusal);
    if (before.termsBoardCode !== null && !given.boards.includes(before.termsBoardCode))
      return refused("terms board left out");
    const { title, summary, audience, activityType, themeSlug, ledBy, minutes, contentNote } = given;
    const own = { title, summary, audience, activityType, themeSlug, ledBy, minutes, contentNote };
    const parts = inOrder(given);
    const partsBefore = readParts(ctx, courseId);
    const fields = [
      ...differing(before, own),
      ...(Object.keys(parts) as (keyof typeof parts)[]).filter(
        (part) => JSON.stringify(parts[part]) !== JSON.stringify(partsBefore[part]),
      ),
    ];
    if (fields.length === 0) return done(null);
    ctx.db.update(courses).set(own).where(eq(courses.id, courseId)).run();
    writeParts(ctx, courseId, parts);
    recordAudit(ctx, {
      action: "catalogue.course changed",
      subjectKind: "course",
      subjectId: courseId,
      detail: { fields },
    });
    return done(null);
  });
}

const differing = <Fields extends object>(before: Fields, after: Fields) =>
  (Object.keys(after) as (keyof Fields & string)[]).filter((field) => after[field] !== before[field]);
