// The notifications room's door: commands put messages in the outbox; the worker sends them.

import { prepared } from "db/client";
import { outbox } from "db/schema";
import { sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type MessageFacts, type MessageKind, priorityOf } from "./notifications";

export { clearLetters, forgetLettersOf } from "./clear-letters.server";
export { deliverDue } from "./deliver-due.server";
export { listLetters, listMessagesTo, readLetter } from "./queries.server";
export { readdressLetters } from "./readdress-letters.server";
export { type Letter, mailTray, type Outcome, resendTransport, type Transport } from "./transports.server";
export { lastTurns, recordTurn } from "./worker-turns.server";

const insertMessage = prepared((db) =>
  db
    .insert(outbox)
    .values({
      id: sql.placeholder("id"),
      key: sql.placeholder("key"),
      kind: sql.placeholder("kind"),
      toPersonId: sql.placeholder("toPersonId"),
      toEmail: sql.placeholder("toEmail"),
      facts: sql.placeholder("facts"),
      priority: sql.placeholder("priority"),
      state: "waiting",
      createdAt: sql.placeholder("createdAt"),
      dueAt: sql.placeholder("dueAt"),
    })
    .onConflictDoNothing({ target: outbox.key })
    .prepare(),
);

/**
 * Puts a message in the outbox, once per key: the same key again changes nothing.
 * @throws Error outside a transaction: a message stands or falls with the change it tells of.
 */
export function postMessage<Kind extends MessageKind>(
  ctx: Context,
  message: {
    kind: Kind;
    key: string;
    to: { personId: string | null; email: string };
    facts: MessageFacts[Kind];
  },
): void {
  if (!ctx.db.$client.inTransaction) throw new Error("A message belongs in the transaction of its change.");
  const now = ctx.clock.now();
  insertMessage(ctx.db).run({
    id: ctx.ids.id(),
    key: message.key,
    kind: message.kind,
    toPersonId: message.to.personId,
    toEmail: message.to.email,
    facts: message.facts,
    priority: priorityOf[message.kind],
    createdAt: now,
    dueAt: now,
  });
}
