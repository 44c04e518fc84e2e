// Someone's new address is proved: the account has it from now on, and both addresses are told.

import { transact } from "db/client";
import { externalIdentities, people, signInLinks } from "db/schema";
import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { followAddress, releaseAddress } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import { moveAgency } from "../agencies/move-agency.server";
import { aboutPerson } from "../people/read-account.server";
import { renameLineManager } from "../people/rename-line-manager.server";
import { readPerson } from "../queries.server";
import { domainsOf } from "../rules";
import { endAuthSessionsOf, renewAuthSession } from "../signing-in/auth.server";
import { ownId } from "./own-account.server";
import { readAddressChange } from "./read-address-change.server";
import { tellOfChange } from "./tell-of-change.server";

export type AddressRefusal = "expired" | "already used" | "address in use";

/** @returns the signed-in session's new secret, or why not; a refusal changes nothing. @throws NotFound, Forbidden */
export function confirmAddressChange(
  ctx: Context,
  { linkId, authSessionId }: { linkId: string; authSessionId: string },
): Result<{ secret: string; email: string }, AddressRefusal> {
  return transact(ctx.db, () => {
    const person = readPerson(ctx, ownId(ctx));
    const { email, standing, after } = readAddressChange(ctx, linkId);
    if (standing !== "open") return refused(standing);
    const has = (address: string) => eq(sql`lower(${people.email})`, address.toLowerCase());
    const others = ne(people.id, person.id);
    if (
      ctx.db
        .select({ id: people.id })
        .from(people)
        .where(and(has(email), others))
        .get()
    ) {
      return refused("address in use");
    }
    const isManager = (address: string) => eq(sql`lower(${people.lineManagerEmail})`, address.toLowerCase());
    const me = eq(people.id, person.id);
    ctx.db.update(people).set({ email }).where(me).run();
    // Nobody is their own line manager.
    ctx.db
      .update(people)
      .set({ lineManagerEmail: null })
      .where(and(me, isManager(email)))
      .run();
    recordAudit(ctx, { action: "accounts.address changed", ...aboutPerson(person.id) });
    if (!after.asks) {
      // Colleagues who named the old address meant this person, who is still sure to be one of theirs.
      renameLineManager(ctx, { from: [person.email], to: email, except: [person.id] });
    }
    moveAgency(ctx, person, after);

    const sentToOldAddress = and(eq(signInLinks.personId, person.id), isNull(signInLinks.endedAt));
    ctx.db
      .update(signInLinks)
      .set({ endedAt: ctx.clock.now() })
      .where(or(eq(signInLinks.id, linkId), sentToOldAddress))
      .run();
    // An organisation speaks for its own domains: the one before has no say any more, and another links anew.
    if (domainsOf(email)[0] !== domainsOf(person.email)[0]) {
      ctx.db.delete(externalIdentities).where(eq(externalIdentities.personId, person.id)).run();
    }
    followAddress(ctx, { personId: person.id, from: person.email, to: email });
    // The link was sent there, so mail arrives.
    releaseAddress(ctx, { email, personId: person.id });
    endAuthSessionsOf(ctx, person.id, authSessionId);
    tellOfChange(ctx, person, "address");
    tellOfChange(ctx, { ...person, email }, "address");
    return done({ secret: renewAuthSession(ctx, authSessionId, "who they are"), email });
  });
}
