// What is asked before a letter is sent again.

import { prepared } from "db/client";
import { outbox, people } from "db/schema";
import { and, eq, ne, sql } from "drizzle-orm";
import { factCalled } from "../facts/readable-facts.server";

export const postedAgain = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(eq(outbox.key, sql.placeholder("key")))
    .prepare(),
);

const revision = factCalled("revision");

/** What the letter says is no longer how it is: an older calendar entry after a newer one would stay. */
export const laterLetter = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.sessionId, sql.placeholder("sessionId")),
        eq(outbox.stream, sql.placeholder("stream")),
        ne(outbox.state, "dropped"),
        sql`${outbox}."rowid" > ${sql.placeholder("row")}`,
        // One of the same revision is a further day, or tells of something else.
        sql`coalesce(${revision} > ${sql.placeholder("revision")}, 1)`,
      ),
    )
    .limit(1)
    .prepare(),
);

export const addressOf = prepared((db) =>
  db
    .select({ email: people.email, erased: sql<0 | 1>`${people.erasedAt} is not null` })
    .from(people)
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);
