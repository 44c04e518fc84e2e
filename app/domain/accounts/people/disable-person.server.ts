// Somebody leaves: their account is closed at once and everything on record stays. Whoever comes back has it opened again.

import { transact } from "db/client";
import { people, signInLinks } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayCloseAccount } from "../policy";
import { endAuthSessionsOf } from "../signing-in/auth.server";
import { aboutPerson, isLastAdmin, readAccount } from "./read-account.server";

export type DisableRefusal = "own account" | "last admin";
export type EnableRefusal = "merged" | "erased";

/** They are signed out everywhere; their bookings stay. Someone who has left stays so. @throws Forbidden, NotFound */
export function disablePerson(ctx: Context, personId: string): Result<null, DisableRefusal> {
  return transact(ctx.db, () => {
    const account = readToClose(ctx, personId);
    if (actorPersonId(ctx.actor) === personId) return refused("own account");
    if (isLastAdmin(ctx, account)) return refused("last admin");
    if (account.disabledAt !== null) return done(null);
    const now = ctx.clock.now();
    ctx.db.update(people).set({ disabledAt: now }).where(eq(people.id, personId)).run();
    endAuthSessionsOf(ctx, personId);
    const unspent = and(eq(signInLinks.personId, personId), isNull(signInLinks.endedAt));
    ctx.db.update(signInLinks).set({ endedAt: now }).where(unspent).run();
    recordAudit(ctx, { action: "accounts.disabled", ...aboutPerson(personId), detail: {} });
    return done(null);
  });
}

/** They may sign in again, with the roles they had; nothing opens by itself. @throws Forbidden, NotFound */
export function enablePerson(ctx: Context, personId: string): Result<null, EnableRefusal> {
  return transact(ctx.db, () => {
    const account = readToClose(ctx, personId);
    if (account.mergedIntoId !== null) return refused("merged");
    if (account.erasedAt !== null) return refused("erased");
    if (account.disabledAt === null) return done(null);
    ctx.db.update(people).set({ disabledAt: null }).where(eq(people.id, personId)).run();
    endAuthSessionsOf(ctx, personId);
    recordAudit(ctx, { action: "accounts.enabled", ...aboutPerson(personId) });
    return done(null);
  });
}

function readToClose(ctx: Context, personId: string) {
  // Asked first of someone without roles, so that strangers do not learn who has an account.
  if (!mayCloseAccount(ctx.actor, new Set())) throw new Forbidden("closing accounts");
  const account = readAccount(ctx, personId);
  if (!mayCloseAccount(ctx.actor, account.roles)) throw new Forbidden("an administrator's account");
  return account;
}
