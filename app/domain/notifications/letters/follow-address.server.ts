// Somebody's address has changed: what still waits for them goes to the new one.
import { outbox } from "db/schema";
import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { MessageKind } from "../message-kinds";

/** They are for the address that they name: to warn it, to prove it, or to open an account by it. */
const staysWithAddress: readonly MessageKind[] = ["account changed", "address to confirm", "sign-in link"];

/**
 * Belongs in the transaction of the change, whose audit entry tells of it. A letter that was tried keeps its address, as
 * the provider knows it by it.
 * @throws Error outside a transaction
 */
export function followAddress(
  ctx: Pick<Context, "db">,
  { personId, from, to }: { personId: string; from: string; to: string },
): void {
  if (!ctx.db.$client.inTransaction) throw new Error("Letters follow in the transaction of the change.");
  ctx.db
    .update(outbox)
    .set({ toEmail: to })
    .where(
      and(
        eq(outbox.toPersonId, personId),
        eq(sql`lower(${outbox.toEmail})`, from.toLowerCase()),
        sql`${outbox.state} = 'waiting'`,
        isNull(outbox.firstTriedAt),
        notInArray(outbox.kind, [...staysWithAddress]),
      ),
    )
    .run();
}
