// Which terms hold: a course's now, a version by its id, and every board's versions.
import { prepared } from "db/client";
import { boards, bookingTerms, courseBoards, courses } from "db/schema";
import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { NotFound } from "~/shared/problems";
import { startingRules, type Terms, type TermsRules, termsRulesSchema } from "./terms";

type Reader = Pick<Context, "db" | "clock">;

const columns = {
  id: bookingTerms.id,
  boardCode: bookingTerms.boardCode,
  version: bookingTerms.version,
  inForceFrom: bookingTerms.inForceFrom,
  // As text: a version that was read before is not parsed again.
  rules: sql<string>`${bookingTerms.rules}`,
};
type Stored = { id: string; boardCode: string; version: number; inForceFrom: number; rules: string };

// Every booking reads a version, and none is ever changed.
const rulesById = prepared(() => new Map<string, TermsRules>());
function rulesOf({ db }: Pick<Context, "db">, { id, rules: text }: Stored): TermsRules {
  let rules = rulesById(db).get(id);
  if (!rules) {
    rules = termsRulesSchema.parse(JSON.parse(text));
    rulesById(db).set(id, rules);
  }
  return rules;
}

const read = (ctx: Pick<Context, "db">, row: Stored) => ({ ...row, rules: rulesOf(ctx, row) });

// The first row of these two counts. No limit says so: a bound one makes SQLite open a file in memory to sort a few rows.
const boardOfCourse = prepared((db) =>
  db
    .select({ chosen: courses.termsBoardCode, first: boards.code })
    .from(courses)
    .leftJoin(courseBoards, eq(courseBoards.courseId, courses.id))
    .leftJoin(boards, eq(boards.code, courseBoards.boardCode))
    .where(eq(courses.id, sql.placeholder("courseId")))
    .orderBy(asc(boards.position))
    .prepare(),
);

// Of two that start at the same instant the later version holds: that is how one that is to come is put right.
const inForce = prepared((db) =>
  db
    .select(columns)
    .from(bookingTerms)
    .where(
      and(
        eq(bookingTerms.boardCode, sql.placeholder("boardCode")),
        lte(bookingTerms.inForceFrom, sql.placeholder("at")),
      ),
    )
    .orderBy(desc(bookingTerms.inForceFrom), desc(bookingTerms.version))
    .prepare(),
);

const termsById = prepared((db) =>
  db
    .select(columns)
    .from(bookingTerms)
    .where(eq(bookingTerms.id, sql.placeholder("id")))
    .prepare(),
);

const noTermsYet = (boardCode: string): Terms => ({
  id: null,
  boardCode,
  version: 0,
  inForceFrom: 0,
  rules: startingRules,
});

/**
 * The terms under which a course is booked at an instant (now, unless said): its own board's, or its first board's.
 * Where that board has none in force: `startingRules` without an id, under which nothing is charged.
 * @throws NotFound
 */
export function termsOfCourse(ctx: Reader, courseId: string, at = ctx.clock.now()): Terms {
  const board = boardOfCourse(ctx.db).get({ courseId });
  if (!board) throw new NotFound("course");
  return termsOfBoard(ctx, board.chosen ?? board.first ?? "", at);
}

/** A board's terms in force at an instant, as `termsOfCourse`. */
export function termsOfBoard(ctx: Pick<Context, "db">, boardCode: string, at: number): Terms {
  const row = inForce(ctx.db).get({ boardCode, at });
  return row ? read(ctx, row) : noTermsYet(boardCode);
}

/** A version as it stands for good. @throws NotFound */
export function readTerms(ctx: Pick<Context, "db">, id: string): Terms & { id: string } {
  const row = termsById(ctx.db).get({ id });
  if (!row) throw new NotFound("terms");
  return read(ctx, row);
}

const everyVersion = prepared((db) =>
  db
    .select({ ...columns, madeAt: bookingTerms.madeAt })
    .from(bookingTerms)
    .orderBy(asc(bookingTerms.boardCode), desc(bookingTerms.inForceFrom), desc(bookingTerms.version))
    .prepare(),
);
const everyBoard = prepared((db) =>
  db
    .select({ code: boards.code, name: boards.name, shape: boards.shape, colour: boards.colour })
    .from(boards)
    .orderBy(asc(boards.position))
    .prepare(),
);

export type TermsVersion = Terms & {
  id: string;
  madeAt: number;
  /** When another version took over, if one did or is to; the version never held where that is its own start. */
  inForceUntil: number | null;
};
export type BoardTerms = {
  board: Pick<typeof boards.$inferSelect, "code" | "name" | "shape" | "colour">;
  /** What holds now; without an id where the board has set nothing yet. */
  now: Terms;
  /** Soonest first. */
  coming: TermsVersion[];
  /** Latest first; versions that were replaced before they held are among them. */
  past: TermsVersion[];
};

/** Every board with the terms that hold, those to come and those that held. */
export function listTerms(ctx: Reader): BoardTerms[] {
  const at = ctx.clock.now();
  const byBoard = groupBy(everyVersion(ctx.db).all(), (row) => row.boardCode);
  return everyBoard(ctx.db)
    .all()
    .map((board) => {
      const versions = (byBoard.get(board.code) ?? []).map((row, index, all) => ({
        ...read(ctx, row),
        madeAt: row.madeAt,
        inForceUntil: all[index - 1]?.inForceFrom ?? null,
      }));
      const held = versions.filter((version) => version.inForceFrom <= at);
      const live = (version: TermsVersion) => version.inForceUntil !== version.inForceFrom;
      const coming = versions.filter((version) => version.inForceFrom > at);
      return {
        board,
        now: held[0] ?? noTermsYet(board.code),
        coming: coming.filter(live).reverse(),
        past: [...coming.filter((version) => !live(version)), ...held.slice(1)],
      };
    });
}
