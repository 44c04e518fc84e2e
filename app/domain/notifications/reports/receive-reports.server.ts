// The provider tells how a letter fared: kept once, and an address that mail does not reach is stopped.

import { prepared, transact } from "db/client";
import { deliveryReports, outbox } from "db/schema";
import { desc, eq, or, sql } from "drizzle-orm";
import { type Context, system } from "~/domain/context";
import { stopAddress } from "./address-stops.server";
import { type Report, readSaid } from "./report-reading";
import { type CallHeaders, readSignedCall } from "./report-signature";

/**
 * Takes a provider's call. The signature is its permission: without a right one nothing is read and nothing is written.
 * The same call again, and calls in any order, end the same.
 * @param call.body the bytes as they came
 * @returns "not signed"; "heeded", which is also said of what we have no use for; or the letter that somebody sent us, by
 * the provider's id, which is still to be fetched
 */
export function receiveReport(
  ctx: Context,
  call: { secret: string; headers: CallHeaders; body: Buffer },
): "not signed" | "heeded" | { received: string } {
  const id = readSignedCall(call.secret, call.headers, call.body, ctx.clock.now());
  if (id === null) return "not signed";
  const said = readSaid(call.body);
  if (said === null) return "heeded";
  if ("received" in said) return said;
  keepReport({ ...ctx, actor: system }, id, said.report);
  return "heeded";
}

const letterOf = prepared((db) =>
  db
    .select({ id: outbox.id, toEmail: outbox.toEmail, toPersonId: outbox.toPersonId })
    .from(outbox)
    .where(
      or(eq(outbox.providerId, sql.placeholder("providerId")), eq(outbox.id, sql.placeholder("letterId"))),
    )
    .orderBy(desc(eq(outbox.providerId, sql.placeholder("providerId"))))
    .limit(1)
    .prepare(),
);

function keepReport(ctx: Context, id: string, { kind, lasting, at, providerId, letterId }: Report): void {
  transact(ctx.db, () => {
    const letter = letterOf(ctx.db).get({ providerId, letterId: letterId ?? "" });
    const { changes } = ctx.db
      .insert(deliveryReports)
      .values({ id, messageId: letter?.id ?? null, kind, lasting, at, receivedAt: ctx.clock.now() })
      .onConflictDoNothing()
      .run();
    if (changes === 0 || !letter || !isUnreachable(kind, lasting) || isNobodys(letter.toEmail)) return;
    const because = kind === "complained" ? "complained" : "bounced";
    stopAddress(ctx, { email: letter.toEmail, personId: letter.toPersonId, because, since: at });
  });
}

const isUnreachable = (kind: Report["kind"], lasting: boolean | null) =>
  kind === "complained" || (kind === "bounced" && lasting === true);

/** What stands in a letter whose addressee was erased. */
const isNobodys = (email: string) => email.endsWith("@invalid");
