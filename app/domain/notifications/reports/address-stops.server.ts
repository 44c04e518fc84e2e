// Addresses that no optional mail goes to: mail to them came back, or was called unwanted.

import { prepared } from "db/client";
import { addressStops } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";

export type AddressStop = Pick<typeof addressStops.$inferSelect, "because" | "since">;

const stopOf = prepared((db) =>
  db
    .select({ because: addressStops.because, since: addressStops.since })
    .from(addressStops)
    .where(eq(addressStops.email, sql.placeholder("email")))
    .prepare(),
);

/** Why and since when no optional mail goes to an address, however it is spelt; null where mail goes. */
const readAddressStop = (ctx: Pick<Context, "db">, email: string): AddressStop | null =>
  stopOf(ctx.db).get({ email: email.trim().toLowerCase() }) ?? null;

export const isAddressStopped = (ctx: Pick<Context, "db">, email: string): boolean =>
  readAddressStop(ctx, email) !== null;

type Whose = { email: string; personId: string | null };

/** Belongs in the transaction that says why. An address that is stopped already stays so since then. */
export function stopAddress(
  ctx: Context,
  { email, personId, because, since }: Whose & { because: AddressStop["because"]; since: number },
): void {
  const { changes } = ctx.db
    .insert(addressStops)
    .values({ email: email.trim().toLowerCase(), because, since })
    .onConflictDoNothing()
    .run();
  if (changes === 0) return;
  recordAudit(ctx, {
    action: "notifications.address stopped",
    subjectKind: "person",
    subjectId: personId ?? "nobody",
    aboutPersonId: personId,
    detail: { because },
  });
}

/** Mail goes to an address again: its owner says so, or has opened what was sent there. Belongs in a transaction. */
export function releaseAddress(ctx: Context, { email, personId }: Whose): void {
  const stop = readAddressStop(ctx, email);
  if (!stop) return;
  ctx.db.delete(addressStops).where(eq(addressStops.email, email.trim().toLowerCase())).run();
  recordAudit(ctx, {
    action: "notifications.address works again",
    subjectKind: "person",
    subjectId: personId ?? "nobody",
    aboutPersonId: personId,
    detail: { because: stop.because },
  });
}
