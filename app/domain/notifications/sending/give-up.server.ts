// A message is left to a human.
import { outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";

/** Leaves a message to a human, and says so in the audit trail. Belongs in the transaction that found out. */
export function giveUp<State extends "failed" | "unsure">(
  ctx: Context,
  row: Pick<typeof outbox.$inferSelect, "id" | "toPersonId" | "kind" | "attempts">,
  state: State,
  problem: string,
): State {
  ctx.db
    .update(outbox)
    .set({ state, leasedUntil: null, lastProblem: problem })
    .where(eq(outbox.id, row.id))
    .run();
  const action: "notifications.failed" | "notifications.unsure" = `notifications.${state}`;
  recordAudit(ctx, {
    action,
    subjectKind: "message",
    subjectId: row.id,
    aboutPersonId: row.toPersonId,
    detail: { kind: row.kind, attempts: row.attempts },
  });
  return state;
}
