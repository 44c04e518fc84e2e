// What a worker asks the outbox: which message is next, and whether somebody has had their optional letter of the day.

import { prepared } from "db/client";
import { outbox } from "db/schema";
import { and, asc, eq, getTableColumns, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { readableFacts } from "../facts/readable-facts.server";

/**
 * In the order of urgency, and within a stream in the order of posting. `early`: one that was never tried does not wait
 * for its hour.
 */
export const nextDue = prepared((db) =>
  db
    .select({ ...getTableColumns(outbox), facts: readableFacts })
    .from(outbox)
    .where(
      and(
        // Written out, not bound, so that SQLite sees that the partial indexes will do.
        sql`${outbox.state} in ('waiting', 'sending')`,
        or(
          lte(outbox.dueAt, sql.placeholder("now")),
          and(sql`${sql.placeholder("early")} = 1`, eq(outbox.attempts, 0)),
        ),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, sql.placeholder("now"))),
        sql`not exists (
          select 1 from "outbox" as "older"
          where "older"."stream" = ${outbox.stream} and "older"."stream" is not null
            and "older"."state" in ('waiting', 'sending') and "older"."rowid" < ${outbox}."rowid"
        )`,
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.dueAt))
    .limit(1)
    .prepare(),
);

export const optionalSince = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.toPersonId, sql.placeholder("personId")),
        isNotNull(outbox.topic),
        lte(sql.placeholder("since"), outbox.firstTriedAt),
        ne(outbox.state, "failed"),
        ne(outbox.id, sql.placeholder("id")),
      ),
    )
    .limit(1)
    .prepare(),
);
