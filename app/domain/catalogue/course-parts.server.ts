// What belongs to a course and stands in tables of its own: checked against what there is, read, and written anew.
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
import { asc, eq, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { CourseDetails } from "./catalogue";
import { alike } from "./rules";

export type CourseRefusal =
  | "title taken"
  | "no such theme"
  | "no boards"
  | "no such board"
  | "no outcomes"
  | "outcome twice"
  | "no such competency"
  | "no such learning source"
  | "no taught time";

const titles = prepared((db) =>
  db
    .select({ title: courses.title })
    .from(courses)
    .where(ne(courses.id, sql.placeholder("except")))
    .prepare(),
);
const themeSlugs = prepared((db) => db.select({ code: themes.slug }).from(themes).prepare());
const boardCodes = prepared((db) => db.select({ code: boards.code }).from(boards).prepare());
const competencyIds = prepared((db) => db.select({ code: competencies.id }).from(competencies).prepare());
const sourceCodes = prepared((db) =>
  db.select({ code: learningSourceKinds.code }).from(learningSourceKinds).prepare(),
);

const every = (given: readonly string[], known: { code: string }[]) =>
  given.every((one) => known.some(({ code }) => code === one));

/** Why these details will not do, or null. `except` is the course that is changed. */
export function refusalOf(
  ctx: Pick<Context, "db">,
  given: CourseDetails,
  except: string,
): CourseRefusal | null {
  const { db } = ctx;
  if (
    titles(db)
      .all({ except })
      .some(({ title }) => alike(title) === alike(given.title))
  )
    return "title taken";
  if (!every([given.themeSlug], themeSlugs(db).all())) return "no such theme";
  if (!Number.isInteger(given.minutes) || given.minutes < 1) return "no taught time";
  if (given.boards.length === 0) return "no boards";
  if (!every(given.boards, boardCodes(db).all())) return "no such board";
  if (given.outcomes.length === 0) return "no outcomes";
  if (new Set(given.outcomes.map(alike)).size < given.outcomes.length) return "outcome twice";
  if (!every(given.competencies, competencyIds(db).all())) return "no such competency";
  if (!every(given.learningSources, sourceCodes(db).all())) return "no such learning source";
  return null;
}

export type CourseParts = Pick<CourseDetails, "boards" | "outcomes" | "competencies" | "learningSources">;

const boardsOf = prepared((db) =>
  db
    .select({ code: courseBoards.boardCode })
    .from(courseBoards)
    .where(eq(courseBoards.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseBoards.boardCode))
    .prepare(),
);
const outcomesOf = prepared((db) =>
  db
    .select({ code: courseOutcomes.text })
    .from(courseOutcomes)
    .where(eq(courseOutcomes.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseOutcomes.position))
    .prepare(),
);
const competenciesOf = prepared((db) =>
  db
    .select({ code: courseCompetencies.competencyId })
    .from(courseCompetencies)
    .where(eq(courseCompetencies.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseCompetencies.competencyId))
    .prepare(),
);
const sourcesOf = prepared((db) =>
  db
    .select({ code: courseLearningSources.sourceCode })
    .from(courseLearningSources)
    .where(eq(courseLearningSources.courseId, sql.placeholder("courseId")))
    .orderBy(asc(courseLearningSources.sourceCode))
    .prepare(),
);

/** The parts that a course has now: outcomes in their order, the others in the order of their codes. */
export function readParts({ db }: Pick<Context, "db">, courseId: string): CourseParts {
  const codes = (rows: { code: string }[]) => rows.map(({ code }) => code);
  return {
    boards: codes(boardsOf(db).all({ courseId })),
    outcomes: codes(outcomesOf(db).all({ courseId })),
    competencies: codes(competenciesOf(db).all({ courseId })),
    learningSources: codes(sourcesOf(db).all({ courseId })),
  };
}

/** The same parts as given, each once and in the order in which they are read. */
export const inOrder = ({ boards, outcomes, competencies, learningSources }: CourseParts): CourseParts => ({
  boards: [...new Set(boards)].sort(),
  outcomes: [...outcomes],
  competencies: [...new Set(competencies)].sort(),
  learningSources: [...new Set(learningSources)].sort(),
});

/** Writes these parts in the place of those that the course has, inside the caller's transaction. */
export function writeParts({ db }: Pick<Context, "db">, courseId: string, given: CourseParts): void {
  const parts = inOrder(given);
  db.delete(courseBoards).where(eq(courseBoards.courseId, courseId)).run();
  db.delete(courseOutcomes).where(eq(courseOutcomes.courseId, courseId)).run();
  db.delete(courseCompetencies).where(eq(courseCompetencies.courseId, courseId)).run();
  db.delete(courseLearningSources).where(eq(courseLearningSources.courseId, courseId)).run();
  for (const boardCode of parts.boards) db.insert(courseBoards).values({ courseId, boardCode }).run();
  parts.outcomes.forEach((text, index) => {
    db.insert(courseOutcomes)
      .values({ courseId, position: index + 1, text })
      .run();
  });
  for (const competencyId of parts.competencies)
    db.insert(courseCompetencies).values({ courseId, competencyId }).run();
  for (const sourceCode of parts.learningSources)
    db.insert(courseLearningSources).values({ courseId, sourceCode }).run();
}
