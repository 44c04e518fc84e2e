// Someone sets a password, the first or another. Whoever else is signed in to the account is signed out by it.

import { transact } from "db/client";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { aboutPerson } from "../people/read-account.server";
import { listLocalNames, readPerson } from "../queries.server";
import { endAuthSessionsOf, listAuthSessions, renewAuthSession } from "../signing-in/auth.server";
import { hashPassword, isTooEasy } from "../signing-in/passwords.server";
import { ownId } from "./own-account.server";
import { tellOfChange } from "./tell-of-change.server";

/** @returns the signed-in session's new secret; the old one opens nothing any more. @throws Forbidden */
export async function changePassword(
  ctx: Context,
  { password, authSessionId }: { password: string; authSessionId: string },
): Promise<Result<{ secret: string }, "guessable password">> {
  const person = readPerson(ctx, ownId(ctx));
  const { id, name, email } = person;
  if (await isTooEasy(password, { name, email, localWords: listLocalNames(ctx) })) {
    return refused("guessable password");
  }
  const passwordHash = await hashPassword(password);
  return transact(ctx.db, () => {
    // Hashing takes a moment, in which the owner may have signed this very browser out.
    if (!listAuthSessions(ctx, id).some((authSession) => authSession.id === authSessionId)) {
      throw new Forbidden("a signed-in session that has ended");
    }
    ctx.db.update(people).set({ passwordHash }).where(eq(people.id, id)).run();
    endAuthSessionsOf(ctx, id, authSessionId);
    recordAudit(ctx, {
      action: "accounts.password changed",
      ...aboutPerson(id),
    });
    tellOfChange(ctx, person, "password");
    return done({ secret: renewAuthSession(ctx, authSessionId, "who they are") });
  });
}
