// The catalogue room's door: what others may ask of it.

import { prepared } from "db/client";
import {
  boards,
  competencies,
  courseBoards,
  courseCompetencies,
  courseLearningSources,
  courseOutcomes,
  courses,
  learningSourceKinds,
  themes,
} from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { BoardMark, Course } from "./catalogue";

type Reader = Pick<Context, "db">;

const allThemes = prepared((db) => db.select().from(themes).orderBy(asc(themes.position)).prepare());
export const listThemes = (ctx: Reader) => allThemes(ctx.db).all();

const allCompetencies = prepared((db) =>
  db.select().from(competencies).orderBy(asc(competencies.position)).prepare(),
);
export const listCompetencies = (ctx: Reader) => allCompetencies(ctx.db).all();

const courseBySlug = prepared((db) =>
  db
    .select({ course: courses, themeName: themes.name })
    .from(courses)
    .innerJoin(themes, eq(themes.slug, courses.themeSlug))
    .where(eq(courses.slug, sql.placeholder("slug")))
    .prepare(),
);

const outcomesOf = prepared((db) =>
  db
    .select({ text: courseOutcomes.text })
    .from(courseOutcomes)
    .where(eq(courseOutcomes.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseOutcomes.position))
    .prepare(),
);

const competenciesOf = prepared((db) =>
  db
    .select({ id: competencies.id, name: competencies.name })
    .from(courseCompetencies)
    .innerJoin(competencies, eq(competencies.id, courseCompetencies.competencyId))
    .where(eq(courseCompetencies.courseId, sql.placeholder("courseId")))
    .orderBy(asc(competencies.position))
    .prepare(),
);

const learningSourcesOf = prepared((db) =>
  db
    .select({ name: learningSourceKinds.name })
    .from(courseLearningSources)
    .innerJoin(learningSourceKinds, eq(learningSourceKinds.code, courseLearningSources.sourceCode))
    .where(eq(courseLearningSources.courseId, sql.placeholder("courseId")))
    .orderBy(asc(learningSourceKinds.name))
    .prepare(),
);

const boardsByCourse = prepared((db) =>
  db
    .select({
      courseId: courseBoards.courseId,
      code: boards.code,
      name: boards.name,
      shape: boards.shape,
      colour: boards.colour,
    })
    .from(courseBoards)
    .innerJoin(boards, eq(boards.code, courseBoards.boardCode))
    .orderBy(asc(boards.position))
    .prepare(),
);

/** Which boards each course serves, by course id, in the boards' own order. */
export function boardsOfCourses(ctx: Reader): Map<string, BoardMark[]> {
  const byCourse = new Map<string, BoardMark[]>();
  for (const { courseId, ...board } of boardsByCourse(ctx.db).all()) {
    const marks = byCourse.get(courseId) ?? [];
    marks.push(board);
    byCourse.set(courseId, marks);
  }
  return byCourse;
}

/** @throws NotFound */
export function readCourse(ctx: Reader, slug: string): Course {
  const row = courseBySlug(ctx.db).get({ slug });
  if (!row) throw new NotFound("course");
  const { themeSlug, ...course } = row.course;
  const courseId = course.id;
  return {
    ...course,
    theme: { slug: themeSlug, name: row.themeName },
    boards: boardsOfCourses(ctx).get(courseId) ?? [],
    outcomes: outcomesOf(ctx.db)
      .all({ courseId })
      .map((outcome) => outcome.text),
    competencies: competenciesOf(ctx.db).all({ courseId }),
    learningSources: learningSourcesOf(ctx.db)
      .all({ courseId })
      .map((source) => source.name),
  };
}
