// A letter in trouble is marked as seen to: somebody rang, or it does not matter any more.

import { prepared, transact } from "db/client";
import { outbox } from "db/schema";
import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context, holds } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { readableFacts } from "../facts/readable-facts.server";

/** @throws Forbidden */
export function mustLookAfterMessages({ actor }: Context): void {
  if (!holds(actor, "coordinator", "admin")) throw new Forbidden("messages");
}

const messageById = prepared((db) =>
  db
    .select({ ...getTableColumns(outbox), facts: readableFacts, row: sql<number>`${outbox}."rowid"` })
    .from(outbox)
    .where(eq(outbox.id, sql.placeholder("id")))
    .prepare(),
);

/** @throws NotFound */
export function readMessage(ctx: Context, id: string) {
  const letter = messageById(ctx.db).get({ id });
  if (!letter) throw new NotFound("message");
  return letter;
}

/** @returns false where it was seen to already */
export const settleRow = (ctx: Context, id: string): boolean =>
  ctx.db
    .update(outbox)
    .set({ settledAt: ctx.clock.now(), settledBy: actorPersonId(ctx.actor) })
    .where(and(eq(outbox.id, id), isNull(outbox.settledAt)))
    .run().changes === 1;

/**
 * Marks a letter that failed, or may not have arrived, as seen to. Said again, it changes nothing.
 * @throws NotFound, Forbidden
 */
export function settle(ctx: Context, id: string): Result<undefined, "not in trouble"> {
  return transact(ctx.db, () => {
    mustLookAfterMessages(ctx);
    const letter = readMessage(ctx, id);
    if (letter.state !== "failed" && letter.state !== "unsure") return refused("not in trouble");
    if (!settleRow(ctx, id)) return done(undefined);
    recordAudit(ctx, {
      action: "notifications.seen to",
      subjectKind: "message",
      subjectId: id,
      aboutPersonId: letter.toPersonId,
      detail: { kind: letter.kind, before: letter.state },
    });
    return done(undefined);
  });
}
