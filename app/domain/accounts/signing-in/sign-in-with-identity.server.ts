// Signing in with the word of an organisation that knows the person. It speaks for the addresses of its own domains and
// for no other: within them, whoever it says somebody is has that address's account. An account with an address elsewhere
// it does not open, however they came to be linked.

import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { tellOfChange } from "../own-account/tell-of-change.server";
import { readPerson } from "../queries.server";
import { startAuthSession } from "./auth.server";
import { accountOfAddress, accountOfIdentity } from "./lasting-account.server";
import { type Identity, linkIdentity } from "./link-identity.server";
import { noteRefusedSignOn } from "./note-refused-sign-on.server";

export type IdentityRefusal = "address not theirs" | "account closed";

/** What an identity leads to: a signed-in session, or the forms of someone who has no account yet. */
export type IdentityLed =
  | { to: "signed in"; personId: string; email: string; secret: string }
  | { to: "join" };

/**
 * @param proved who the organisation says it is; checked to be its own word, and not yet whether it may speak for them
 * @param speaksFor the organisation's domains, in small letters
 * @returns what it led to, or why to nothing; a refusal changes nothing but the audit trail
 */
export function signInWithIdentity(
  ctx: Context,
  proved: { identity: Identity; email: string; secondFactor: boolean; device: string | null },
  speaksFor: readonly string[],
): Result<IdentityLed, IdentityRefusal> {
  const { identity, email, secondFactor, device } = proved;
  const isTheirs = (address: string) =>
    speaksFor.includes(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
  return transact(ctx.db, () => {
    if (!isTheirs(email)) {
      noteRefusedSignOn(ctx);
      return refused("address not theirs");
    }
    const known = accountOfIdentity(ctx.db).get(identity);
    const account = known ?? accountOfAddress(ctx.db).get({ email });
    if (!account) return done({ to: "join" });
    if (!isTheirs(account.email)) {
      noteRefusedSignOn(ctx, account.id);
      return refused("address not theirs");
    }
    if (account.disabledAt !== null) {
      noteRefusedSignOn(ctx, account.id);
      return refused("account closed");
    }
    const about = { subjectKind: "person", subjectId: account.id, aboutPersonId: account.id };
    if (!known) {
      linkIdentity(ctx, identity, account.id);
      tellOfChange(ctx, readPerson(ctx, account.id), "work account linked");
    }
    recordAudit(ctx, { action: "accounts.signed in", ...about, detail: { method: "single sign-on" } });
    const personId = account.id;
    const secret = startAuthSession(ctx, { personId, method: "single sign-on", device, secondFactor });
    return done({ to: "signed in", personId, email: account.email, secret });
  });
}
