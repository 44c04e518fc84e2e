// What waits in the outbox that a new message belongs to: what it is asked before one is merged into another.

import { prepared } from "db/client";
import { outbox } from "db/schema";
import { and, eq, gt, ne, sql } from "drizzle-orm";
import { factCalled } from "../facts/readable-facts.server";

// Written out, not bound, so that SQLite sees that the partial indexes will do.
export const waits = sql`${outbox.state} = 'waiting'`;
export const onItsWay = sql`${outbox.state} in ('waiting', 'sending')`;
export const untried = eq(outbox.attempts, 0);
/** Rows are numbered as they are posted; two of the same millisecond are told apart by that alone. */
const row = sql<number>`${outbox}."rowid"`;

/** One whose facts cannot be read is left as it is: there is nothing to merge with. */
export const joinable = prepared((db) =>
  db
    .select({ row, id: outbox.id, facts: outbox.facts, stream: outbox.stream })
    .from(outbox)
    .where(
      and(
        sql`${outbox.joins} is not null`,
        eq(outbox.joins, sql.placeholder("joins")),
        waits,
        untried,
        sql`json_valid(${outbox.facts})`,
      ),
    )
    .orderBy(sql`${row} desc`)
    .limit(1)
    .prepare(),
);

/** A letter behind it that is no change: to merge into one before that would put the later news first. */
export const overtaken = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        sql`${outbox.stream} is not null`,
        eq(outbox.stream, sql.placeholder("stream")),
        onItsWay,
        sql`${outbox.joins} is null`,
        gt(row, sql.placeholder("row")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Another letter about the same entry that has left, or may have: a coordinator may yet send one again that failed. */
export const toldBefore = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        // By its index: that of what can be merged holds only what waits.
        eq(outbox.sessionId, sql.placeholder("sessionId")),
        eq(outbox.joins, sql.placeholder("joins")),
        ne(outbox.state, "dropped"),
        ne(outbox.id, sql.placeholder("id")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether news of that revision, in that stream, was found to be none. */
export const takenBack = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.sessionId, sql.placeholder("sessionId")),
        eq(outbox.stream, sql.placeholder("stream")),
        eq(outbox.droppedBecause, "no longer true"),
        sql`${factCalled("revision")} = ${sql.placeholder("revision")}`,
      ),
    )
    .limit(1)
    .prepare(),
);
