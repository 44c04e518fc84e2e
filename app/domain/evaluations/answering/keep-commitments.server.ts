// What a learner says at the end of training that they will do, kept with their response.
import { prepared } from "db/client";
import { commitments } from "db/schema";
import { sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { commitmentsToKeep, type NewCommitment } from "./commitments";

const insertCommitment = prepared((db) =>
  db
    .insert(commitments)
    .values({
      id: sql.placeholder("id"),
      respondentId: sql.placeholder("respondentId"),
      position: sql.placeholder("position"),
      what: sql.placeholder("what"),
      byWhen: sql.placeholder("byWhen"),
      withWhom: sql.placeholder("withWhom"),
      sure: sql.placeholder("sure"),
      obstacle: sql.placeholder("obstacle"),
      quotable: sql.placeholder("quotable"),
      madeAt: sql.placeholder("madeAt"),
    })
    .prepare(),
);

/**
 * Keeps up to three; those that say nothing are left out. Part of recording a response, which is audited as one.
 * @returns how many were kept. @throws Error outside a transaction, and for what the form should have refused
 */
export function keepCommitments(ctx: Context, respondentId: string, given: NewCommitment[]): number {
  if (!ctx.db.$client.inTransaction)
    throw new Error("Commitments belong in the transaction of their response.");
  const kept = commitmentsToKeep(given);
  const madeAt = ctx.clock.now();
  for (const one of kept) {
    // By chance, as a time-ordered id would tell when it was written, and so by whom.
    insertCommitment(ctx.db).run({ ...one, id: ctx.ids.secret(), respondentId, madeAt });
  }
  return kept.length;
}
