// The facts of a message, where they can be read: a row that was damaged must not stop what reads many.
import { outbox } from "db/schema";
import { type SQL, sql } from "drizzle-orm";

/** Null where what stands there is no JSON. Read this instead of the column wherever another row could be the damaged one. */
export const readableFacts = sql`case when json_valid(${outbox.facts}) then ${outbox.facts} end`.mapWith(
  outbox.facts,
) as SQL<Record<string, unknown> | null>;

/** One of the facts by its name; null where there is none, and where they cannot be read. */
export const factCalled = (name: string) =>
  sql`case when json_valid(${outbox.facts}) then ${outbox.facts} ->> ${`$.${name}`} end`;
