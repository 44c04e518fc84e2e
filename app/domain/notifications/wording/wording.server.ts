// Which words coordinators gave each kind of letter, and which they had before.
import { prepared } from "db/client";
import { people, wordings } from "db/schema";
import { desc, eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import type { MessageKind } from "../message-kinds";
import { mayWord, type Words } from "./wording";

type Row = Pick<typeof wordings.$inferSelect, "id" | "subject" | "heading" | "body">;

const newestOf = prepared((db) =>
  db
    .select({
      id: wordings.id,
      subject: wordings.subject,
      heading: wordings.heading,
      body: wordings.body,
    })
    .from(wordings)
    .where(eq(wordings.kind, sql.placeholder("kind")))
    .orderBy(desc(wordings.id))
    .limit(1)
    .prepare(),
);

export const newestWording = (ctx: Pick<Context, "db">, kind: string): Row | undefined =>
  newestOf(ctx.db).get({ kind });

/** Null for "back to those it came with". */
export const wordsOf = (row: Row | undefined): Words | null =>
  !row || row.subject === null || row.heading === null || row.body === null
    ? null
    : { subject: row.subject, heading: row.heading, body: row.body };

/** The words in use for a kind of letter, or null where it has those it came with. */
export const currentWords = (ctx: Pick<Context, "db">, kind: MessageKind): Words | null =>
  wordsOf(newestWording(ctx, kind));

/** How many earlier wordings of a kind are shown. */
const mostWordings = 20;

const historyOf = prepared((db) =>
  db
    .select({
      id: wordings.id,
      subject: wordings.subject,
      heading: wordings.heading,
      body: wordings.body,
      savedAt: wordings.savedAt,
      savedBy: people.name,
    })
    .from(wordings)
    .leftJoin(people, eq(people.id, wordings.savedBy))
    .where(eq(wordings.kind, sql.placeholder("kind")))
    .orderBy(desc(wordings.id))
    .limit(mostWordings)
    .prepare(),
);

/**
 * The newest wordings of a kind, the one in use first. `words`: null for "back to those it came with".
 * @throws Forbidden
 */
export function listWordings(ctx: Context, kind: MessageKind) {
  if (!mayWord(ctx.actor)) throw new Forbidden("wordings");
  return historyOf(ctx.db)
    .all({ kind })
    .map((row) => ({ id: row.id, words: wordsOf(row), savedAt: row.savedAt, savedBy: row.savedBy }));
}

const changedNow = prepared((db) =>
  db
    .select({ kind: wordings.kind, savedAt: wordings.savedAt, body: wordings.body })
    .from(wordings)
    .where(sql`${wordings.id} in (select max(id) from wordings group by kind)`)
    .prepare(),
);

/** When each kind that has words of its own got them. @throws Forbidden */
export function listChangedWordings(ctx: Context): Map<string, number> {
  if (!mayWord(ctx.actor)) throw new Forbidden("wordings");
  return new Map(
    changedNow(ctx.db)
      .all()
      .filter(({ body }) => body !== null)
      .map(({ kind, savedAt }) => [kind, savedAt]),
  );
}
