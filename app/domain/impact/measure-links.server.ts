// Which training is to move a practice measure: rows of its own, set inside the caller's transaction.
import { courses, practiceMeasureCourses, practiceMeasureThemes, themes } from "db/schema";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";

/** The themes and courses tied to a measure, each in a fixed order. */
export function linksOf(ctx: Context, number: string) {
  const ofTheme = ctx.db
    .select({ slug: practiceMeasureThemes.themeSlug })
    .from(practiceMeasureThemes)
    .where(eq(practiceMeasureThemes.measureNumber, number))
    .all();
  const ofCourse = ctx.db
    .select({ id: practiceMeasureCourses.courseId })
    .from(practiceMeasureCourses)
    .where(eq(practiceMeasureCourses.measureNumber, number))
    .all();
  return [ofTheme.map(({ slug }) => slug).sort(), ofCourse.map(({ id }) => id).sort()];
}

/** Sets which training is to move it. @returns how many of each. @throws NotFound for a theme or course that is not */
export function linkTraining(
  ctx: Context,
  number: string,
  wanted: { themeSlugs: string[]; courseIds: string[] },
) {
  const themeSlugs = [...new Set(wanted.themeSlugs)];
  const courseIds = [...new Set(wanted.courseIds)];
  const knownThemes = ctx.db.select().from(themes).where(inArray(themes.slug, themeSlugs)).all();
  if (knownThemes.length !== themeSlugs.length) throw new NotFound("theme");
  const knownCourses = ctx.db.select().from(courses).where(inArray(courses.id, courseIds)).all();
  if (knownCourses.length !== courseIds.length) throw new NotFound("course");
  ctx.db.delete(practiceMeasureThemes).where(eq(practiceMeasureThemes.measureNumber, number)).run();
  ctx.db.delete(practiceMeasureCourses).where(eq(practiceMeasureCourses.measureNumber, number)).run();
  for (const themeSlug of themeSlugs)
    ctx.db.insert(practiceMeasureThemes).values({ measureNumber: number, themeSlug }).run();
  for (const courseId of courseIds)
    ctx.db.insert(practiceMeasureCourses).values({ measureNumber: number, courseId }).run();
  return { themes: themeSlugs.length, courses: courseIds.length };
}
