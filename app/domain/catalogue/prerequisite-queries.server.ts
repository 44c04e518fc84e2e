// What a prerequisite is checked against: what there is to ask for, and what the other courses ask for.
import { prepared } from "db/client";
import { competencies, coursePrerequisites, courses } from "db/schema";
import { and, eq, isNotNull, isNull, max, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { Need } from "./rules";

type Reader = Pick<Context, "db">;

const courseById = prepared((db) =>
  db
    .select({ title: courses.title })
    .from(courses)
    .where(eq(courses.id, sql.placeholder("id")))
    .prepare(),
);
const competencyById = prepared((db) =>
  db
    .select({ name: competencies.name })
    .from(competencies)
    .where(eq(competencies.id, sql.placeholder("id")))
    .prepare(),
);

/** Whether there is such a course or competency; an e-learning is only a name. */
export function isThere(
  { db }: Reader,
  asked: { requiredCourseId: string | null; competencyId: string | null; eLearning: string | null },
): boolean {
  if (asked.requiredCourseId !== null) return Boolean(courseById(db).get({ id: asked.requiredCourseId }));
  if (asked.competencyId !== null) return Boolean(competencyById(db).get({ id: asked.competencyId }));
  return Boolean(asked.eLearning);
}

export const titlesOf = ({ db }: Reader, courseIds: readonly string[]) =>
  courseIds.map((id) => courseById(db).get({ id })?.title ?? "");

const needs = prepared((db) =>
  db
    .select({
      courseId: coursePrerequisites.courseId,
      requiredCourseId: sql<string>`${coursePrerequisites.requiredCourseId}`,
    })
    .from(coursePrerequisites)
    .where(and(isNull(coursePrerequisites.endedAt), isNotNull(coursePrerequisites.requiredCourseId)))
    .prepare(),
);

/** Which course asks for which other one now. */
export const needsBetweenCourses = ({ db }: Reader): Need[] => needs(db).all();

const last = prepared((db) =>
  db
    .select({ position: max(coursePrerequisites.position) })
    .from(coursePrerequisites)
    .where(eq(coursePrerequisites.courseId, sql.placeholder("courseId")))
    .prepare(),
);

/** The position of the last prerequisite that the course ever had; 0 for none. */
export const lastPosition = ({ db }: Reader, courseId: string) => last(db).get({ courseId })?.position ?? 0;
