// Which line manager may be asked about a learner: the same addresses as may approve a booking.
import { isWorkAddress } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import type { Addressee } from "./ask-letters.server";
import { accountAt } from "./ask-queries.server";

/**
 * A work address, of somebody other than the learner by any name for their mailbox, who has not left; null for any other.
 */
export function lineManagerToAsk(
  ctx: Pick<Context, "db">,
  learner: { email: string; lineManagerEmail: string | null },
): Addressee | null {
  const email = learner.lineManagerEmail?.trim() ?? "";
  if (mailboxOf(email) === mailboxOf(learner.email) || !isWorkAddress(ctx, email)) return null;
  const account = accountAt(ctx.db).get({ address: email.toLowerCase() });
  if (account?.left) return null;
  return { id: account?.id ?? null, name: account?.name ?? "there", email };
}

/** "ann+boss@example.org" is Ann's. */
const mailboxOf = (email: string) => email.toLowerCase().replace(/\+[^@]*(?=@)/, "");
