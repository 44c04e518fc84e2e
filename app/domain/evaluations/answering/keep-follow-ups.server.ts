// What became of a learner's commitments, kept with the response that says so.
import { prepared } from "db/client";
import { commitmentFollowUps, commitments } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type FollowUpStage, followUpToKeep, type NewFollowUp } from "./commitments";

const idsOf = prepared((db) =>
  db
    .select({ id: commitments.id })
    .from(commitments)
    .where(eq(commitments.respondentId, sql.placeholder("respondentId")))
    .prepare(),
);
const insertFollowUp = prepared((db) =>
  db
    .insert(commitmentFollowUps)
    .values({
      commitmentId: sql.placeholder("commitmentId"),
      stage: sql.placeholder("stage"),
      outcome: sql.placeholder("outcome"),
      evidence: sql.placeholder("evidence"),
      // The column would write a blank as false.
      opportunity: sql`${sql.placeholder("opportunity")}`,
      seen: sql.placeholder("seen"),
      answeredAt: sql.placeholder("answeredAt"),
    })
    .onConflictDoNothing()
    .prepare(),
);

/**
 * Keeps what is said about each commitment of this respondent's, once a stage; others' are left out, and so is what says
 * nothing. Part of recording a response, which is audited as one.
 * @returns how many were kept. @throws Error outside a transaction
 */
export function keepFollowUps(
  ctx: Context,
  { respondentId, stage }: { respondentId: string; stage: FollowUpStage },
  given: NewFollowUp[],
): number {
  if (!ctx.db.$client.inTransaction)
    throw new Error("Follow-ups belong in the transaction of their response.");
  const own = new Set(
    idsOf(ctx.db)
      .all({ respondentId })
      .map(({ id }) => id),
  );
  const answeredAt = ctx.clock.now();
  let kept = 0;
  for (const one of given) {
    const said = own.has(one.commitmentId) ? followUpToKeep(stage, one) : null;
    if (!said) continue;
    const { opportunity } = said;
    const row = {
      ...said,
      stage,
      opportunity: opportunity === null ? null : Number(opportunity),
      answeredAt,
    };
    kept += insertFollowUp(ctx.db).run(row).changes;
  }
  return kept;
}
