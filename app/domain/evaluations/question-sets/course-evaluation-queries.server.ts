// What courses ask besides what every course does: on arrival, six months later, in hindsight, questions of their own.
import { prepared } from "db/client";
import { courseEvaluations, courseOutcomes, courses, instruments } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import { NotFound } from "~/shared/problems";
import { type Keeper, mustKeepSets } from "./instrument-queries.server";

export type CourseEvaluation = { onArrival: boolean; sixMonths: boolean; recall: boolean };

const none: CourseEvaluation = { onArrival: false, sixMonths: false, recall: false };

const settingsOf = prepared((db) =>
  db
    .select({
      onArrival: courseEvaluations.onArrival,
      sixMonths: courseEvaluations.sixMonths,
      recall: courseEvaluations.recall,
    })
    .from(courseEvaluations)
    .where(eq(courseEvaluations.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** @throws Forbidden */
export function readCourseEvaluation(ctx: Keeper, courseId: string): CourseEvaluation {
  mustKeepSets(ctx);
  return settingsOf(ctx.db).get({ courseId }) ?? none;
}

const everyCourse = prepared((db) =>
  db
    .select({
      slug: courses.slug,
      title: courses.title,
      offered: courses.offered,
      onArrival: courseEvaluations.onArrival,
      sixMonths: courseEvaluations.sixMonths,
      recall: courseEvaluations.recall,
      own: sql<number>`(select count(distinct ${instruments.stage}) from ${instruments}
        where ${instruments.courseId} = ${courses.id} and ${instruments.publishedAt} is not null)`,
      drafts: sql<number>`(select count(*) from ${instruments}
        where ${instruments.courseId} = ${courses.id} and ${instruments.publishedAt} is null)`,
    })
    .from(courses)
    .leftJoin(courseEvaluations, eq(courseEvaluations.courseId, courses.id))
    .orderBy(asc(sql`lower(${courses.title})`))
    .prepare(),
);

/** Every course with what it asks besides the core; `own`, `drafts`: at how many stages. @throws Forbidden */
export function listCourseEvaluations(ctx: Keeper) {
  mustKeepSets(ctx);
  return everyCourse(ctx.db)
    .all()
    .map(({ onArrival, sixMonths, recall, ...course }) => ({
      ...course,
      settings: {
        onArrival: onArrival ?? false,
        sixMonths: sixMonths ?? false,
        recall: recall ?? false,
      },
    }));
}

const courseById = prepared((db) =>
  db
    .select({ slug: courses.slug, title: courses.title })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("courseId")))
    .prepare(),
);
const outcomesOf = prepared((db) =>
  db
    .select({ position: courseOutcomes.position, text: courseOutcomes.text })
    .from(courseOutcomes)
    .where(eq(courseOutcomes.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseOutcomes.position))
    .prepare(),
);

/** The course that a set asks about, with the learning outcomes that its questions can be tied to. @throws NotFound */
export function readAskedCourse(ctx: Pick<Keeper, "db">, courseId: string) {
  const course = courseById(ctx.db).get({ courseId });
  if (!course) throw new NotFound("course");
  return { ...course, outcomes: outcomesOf(ctx.db).all({ courseId }) };
}
