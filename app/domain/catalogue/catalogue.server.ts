// The catalogue room's door: what others may ask of it.

import { prepared } from "db/client";
import {
  competencies,
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
import { boardsOfCourses } from "./boards-of-courses.server";
import type { Course } from "./catalogue";

export { addCourse } from "./add-course.server";
export {
  addPrerequisite,
  type GivenPrerequisite,
  type PrerequisiteRefusal,
} from "./add-prerequisite.server";
export { boardsOfCourses } from "./boards-of-courses.server";
export { readBookingRules } from "./booking-rules.server";
export { changeBookingRules, type RulesRefusal } from "./change-booking-rules.server";
export { addCompetency, changeCompetency } from "./change-competency.server";
export { type ChangeRefusal, changeCourse } from "./change-course.server";
export { addTheme, changeTheme, removeTheme } from "./change-theme.server";

export { endPrerequisite } from "./end-prerequisite.server";
export {
  listActivityTypes,
  listCoursesAskingFor,
  listLearningSources,
  listManagedSessions,
  readCourseDetails,
} from "./managed-course.server";
export {
  listManagedCourses,
  type ManagedCourseFilter,
} from "./managed-courses.server";
export { moveCompetency, moveTheme } from "./move-in-list.server";
export { offerCourse, withdrawCourse } from "./offer-course.server";
export { type CompetencyUse, removeCompetency } from "./remove-competency.server";

type Reader = Pick<Context, "db">;

const allThemes = prepared((db) => db.select().from(themes).orderBy(asc(themes.position)).prepare());
export const listThemes = (ctx: Reader) => allThemes(ctx.db).all();

const allCompetencies = prepared((db) =>
  db.select().from(competencies).orderBy(asc(competencies.position)).prepare(),
);
export const listCompetencies = (ctx: Reader) => allCompetencies(ctx.db).all();

const courseNames = prepared((db) =>
  db
    .select({ id: courses.id, slug: courses.slug, title: courses.title })
    .from(courses)
    .orderBy(asc(courses.title))
    .prepare(),
);
/** Every course there is, on offer or not, by title. */
export const listCourseNames = (ctx: Reader) => courseNames(ctx.db).all();

const offeredNames = prepared((db) =>
  db
    .select({ slug: courses.slug, title: courses.title })
    .from(courses)
    .where(eq(courses.offered, true))
    .orderBy(asc(courses.title))
    .prepare(),
);
/** The courses on offer, by title. */
export const listOfferedNames = (ctx: Reader) => offeredNames(ctx.db).all();

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

/** @throws NotFound */
export function readCourse(ctx: Reader, slug: string): Course {
  const row = courseBySlug(ctx.db).get({ slug });
  if (!row) throw new NotFound("course");
  const {
    themeSlug,
    termsBoardCode: _t,
    approval: _a,
    certificateNeeds: _n,
    certificateMonths: _m,
    ...course
  } = row.course;
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
