// Which boards each course serves.
import { prepared } from "db/client";
import { boards, courseBoards } from "db/schema";
import { asc, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { BoardMark } from "./catalogue";

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
export function boardsOfCourses(ctx: Pick<Context, "db">): Map<string, BoardMark[]> {
  const byCourse = new Map<string, BoardMark[]>();
  for (const { courseId, ...board } of boardsByCourse(ctx.db).all()) {
    const marks = byCourse.get(courseId) ?? [];
    marks.push(board);
    byCourse.set(courseId, marks);
  }
  return byCourse;
}
