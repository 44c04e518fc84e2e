// Words from evaluations for the coordinators who read them, and how many wait.
import { prepared } from "db/client";
import { comments, commitments } from "db/schema";
import { and, count, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayReadWords } from "./comment-policy";
import { words } from "./comment-rows.server";
import { kindAt, type Quotability, quotability, type WordsKind, type WordsState } from "./comment-rules";

type Reader = Pick<Context, "db" | "actor">;

const inState = prepared((db) => {
  const all = words(db).as("words");
  const kind = sql.placeholder("kind");
  return db
    .select()
    .from(all)
    .where(and(eq(all.state, sql.placeholder("state")), sql`(${kind} is null or ${all.kind} = ${kind})`))
    .orderBy(sql`${all.writtenAt}`, sql`${all.id}`)
    .limit(sql.placeholder("size"))
    .offset(sql.placeholder("offset"))
    .prepare();
});
const commentsByStage = prepared((db) =>
  db
    .select({ stage: comments.stage, n: count() })
    .from(comments)
    .where(eq(comments.state, sql.placeholder("state")))
    .groupBy(comments.stage)
    .prepare(),
);
const quotableCommitments = prepared((db) =>
  db
    .select({ n: count() })
    .from(commitments)
    .where(and(eq(commitments.state, sql.placeholder("state")), eq(commitments.quotable, true)))
    .prepare(),
);
const byId = prepared((db) => {
  const all = words(db).as("words");
  return db
    .select()
    .from(all)
    .where(eq(all.id, sql.placeholder("id")))
    .prepare();
});

type Row = NonNullable<ReturnType<ReturnType<typeof byId>["get"]>>;

export type Words = {
  id: string;
  kind: WordsKind;
  courseTitle: string;
  /** What was asked; null of a commitment. */
  question: string | null;
  /** As it was written; blank once it has been kept long enough. */
  text: string;
  state: WordsState;
  redacted: string | null;
  /** "2026-11": a day would tell which session it was. */
  month: string;
  quotability: Quotability;
};

const shown = (row: Row): Words => ({
  id: row.id,
  kind: row.kind,
  courseTitle: row.courseTitle,
  question: row.question,
  text: row.text,
  state: row.state,
  redacted: row.redacted,
  month: civilDateAt(row.writtenAt).slice(0, 7),
  quotability: quotability(row),
});

/**
 * A page of what people wrote, oldest first, and how many of each kind there are in that state.
 * @throws Forbidden for anyone but coordinators
 */
export function listWords(
  ctx: Reader,
  { state, kind }: { state: WordsState; kind: WordsKind | null },
  page: { number: number; size: number },
): { total: number; page: number; byKind: ByKind; words: Words[] } {
  mustRead(ctx);
  const byKind = countByKind(ctx, state);
  const total = kind ? (byKind[kind] ?? 0) : sumOf(byKind);
  const last = Math.max(1, Math.ceil(total / page.size));
  const number = Math.min(Math.max(1, Math.trunc(page.number) || 1), last);
  const rows = inState(ctx.db).all({ state, kind, size: page.size, offset: (number - 1) * page.size });
  return { total, page: number, byKind, words: rows.map(shown) };
}

/** One piece. @throws Forbidden for anyone but coordinators; NotFound */
export function readWords(ctx: Reader, id: string): Words {
  mustRead(ctx);
  const row = byId(ctx.db).get({ id });
  if (!row) throw new NotFound("words from an evaluation");
  return shown(row);
}

/** How many pieces nobody has read yet. @throws Forbidden for anyone but coordinators */
export function countWordsToRead(ctx: Reader): number {
  mustRead(ctx);
  return sumOf(countByKind(ctx, "to read"));
}

type ByKind = Partial<Record<WordsKind, number>>;

const sumOf = (byKind: ByKind) => Object.values(byKind).reduce((sum, n) => sum + n, 0);

function countByKind({ db }: Reader, state: WordsState): ByKind {
  const promised = quotableCommitments(db).get({ state })?.n ?? 0;
  const byKind: ByKind = promised > 0 ? { commitment: promised } : {};
  for (const { stage, n } of commentsByStage(db).all({ state }))
    byKind[kindAt[stage]] = (byKind[kindAt[stage]] ?? 0) + n;
  return byKind;
}

function mustRead(ctx: Pick<Context, "actor">): void {
  if (!mayReadWords(ctx.actor)) throw new Forbidden("words from evaluations");
}
