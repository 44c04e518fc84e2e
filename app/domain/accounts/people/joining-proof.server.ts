// What proved the address of somebody who joins: a link, or an organisation's word. Each makes one account and no second.
import { signInLinks } from "db/schema";
import { eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { accountOfAddress, accountOfIdentity } from "../signing-in/lasting-account.server";
import { type Identity, linkIdentity } from "../signing-in/link-identity.server";

export type JoiningProof = { email: string; identity: Identity | null; linkId?: string | null };

/** Whether it may make an account: the one that it made before may have another address by now, or be erased. */
export function provesAnother(ctx: Context, { email, identity, linkId }: JoiningProof): boolean {
  if (accountOfAddress(ctx.db).get({ email })) return false;
  if (identity && accountOfIdentity(ctx.db).get(identity)) return false;
  if (!linkId) return true;
  const link = ctx.db
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(eq(signInLinks.id, linkId));
  return link.get()?.personId === null;
}

/** Marks it as used, inside the caller's transaction. */
export function spendProof(ctx: Context, { identity, linkId }: JoiningProof, personId: string): void {
  if (identity) linkIdentity(ctx, identity, personId);
  if (linkId) ctx.db.update(signInLinks).set({ personId }).where(eq(signInLinks.id, linkId)).run();
}
