// Signing in with a password, and out again; both are audited.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { endAuthSession, startAuthSession } from "./auth.server";
import { matchPassword, stillMatches } from "./passwords.server";

/** @returns the secret for the cookie, or one refusal for every kind of wrong address and password */
export async function signIn(
  ctx: Context,
  form: { email: string; password: string; device: string | null },
): Promise<Result<{ secret: string; personId: string }, "wrong address or password">> {
  const match = await matchPassword(ctx, form.email, form.password);
  return transact(ctx.db, () => {
    const personId = match && stillMatches(ctx, match) ? match.personId : null;
    const subject = { subjectKind: "person", subjectId: personId ?? "unknown", aboutPersonId: personId };
    if (personId === null) {
      recordAudit(ctx, { action: "accounts.sign-in refused", ...subject, detail: { reason: "password" } });
      return refused("wrong address or password");
    }
    recordAudit(ctx, { action: "accounts.signed in", ...subject, detail: { method: "password" } });
    const secret = startAuthSession(ctx, { personId, method: "password", device: form.device });
    return done({ secret, personId });
  });
}

/** @param ended.personId whose session the secret opens, also while a second step is owed; null where it opens nothing */
export async function signOut(
  ctx: Context,
  ended: { secret: string; personId: string | null },
): Promise<void> {
  const { secret, personId } = ended;
  if (personId) {
    transact(ctx.db, () =>
      recordAudit(ctx, {
        action: "accounts.signed out",
        subjectKind: "person",
        subjectId: personId,
        aboutPersonId: personId,
      }),
    );
  }
  await endAuthSession(ctx, secret);
}
