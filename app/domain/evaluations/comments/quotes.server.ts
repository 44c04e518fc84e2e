// What may be quoted: words that a coordinator has read and redacted, of writers who agreed, where enough others answered.
import { prepared } from "db/client";
import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type CivilDate, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { mayReadQuotes } from "./comment-policy";
import { words } from "./comment-rows.server";
import { quotability, type WordsKind } from "./comment-rules";

const quoted = prepared((db) => {
  const all = words(db).as("words");
  return (
    db
      .select({
        text: all.redacted,
        courseSlug: all.courseSlug,
        courseTitle: all.courseTitle,
        kind: all.kind,
        quotable: all.quotable,
        answered: all.answered,
      })
      .from(all)
      .where(
        and(
          eq(all.state, "quoted"),
          gte(all.endsAt, sql.placeholder("from")),
          lt(all.endsAt, sql.placeholder("until")),
        ),
      )
      // By what they say: in the order they were written, those of one session would stand together.
      .orderBy(asc(all.courseTitle), asc(all.kind), asc(all.redacted))
      .prepare()
  );
});

/** A quote as anyone may read it: whose it is, their agency, their role, the day and the session are not in it. */
export type Quote = { text: string; courseSlug: string; courseTitle: string; kind: WordsKind };

/**
 * Quotes about training that ended in a period, from its first day up to the day after its last. Whether they may still be
 * quoted is asked anew each time, whatever was decided once.
 * @throws Forbidden for those who may not read the impact report
 */
export function listQuotes(
  ctx: Pick<Context, "db" | "actor">,
  period: { from: CivilDate; until: CivilDate },
): Quote[] {
  if (!mayReadQuotes(ctx.actor)) throw new Forbidden("quotes");
  const span = { from: startOfDay(period.from), until: startOfDay(period.until) };
  return quoted(ctx.db)
    .all(span)
    .flatMap(({ text, quotable, answered, ...quote }) =>
      text !== null && quotability({ ...quote, quotable, answered }) === "yes" ? [{ ...quote, text }] : [],
    );
}
