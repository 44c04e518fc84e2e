// Someone who is signed in proves again who they are, before a change that could lock them out of their own account.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { renewAuthSession } from "../signing-in/auth.server";
import { personWithPassword } from "../signing-in/passwords.server";

/** @returns the session's new secret; the old one opens nothing any more */
export async function proveAgain(
  ctx: Context,
  given: { personId: string; email: string; authSessionId: string; password: string },
): Promise<Result<{ secret: string }, "wrong password">> {
  const right = (await personWithPassword(ctx, given.email, given.password)) === given.personId;
  return transact(ctx.db, () => {
    const about = { subjectKind: "person", subjectId: given.personId, aboutPersonId: given.personId };
    if (!right) {
      recordAudit(ctx, { action: "accounts.sign-in refused", ...about, detail: { reason: "password" } });
      return refused("wrong password");
    }
    recordAudit(ctx, { action: "accounts.proved again", ...about, detail: { method: "password" } });
    return done({ secret: renewAuthSession(ctx, given.authSessionId, "who they are") });
  });
}
