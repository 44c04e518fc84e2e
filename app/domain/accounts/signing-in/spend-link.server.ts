// An emailed link is used, once. Reading its page spends nothing: mail scanners open every link they see.

import { prepared, transact } from "db/client";
import { signInLinks } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { startAuthSession } from "./auth.server";
import { accountOfAddress } from "./lasting-account.server";

export type LinkRefusal = "expired" | "already used" | "account closed";

/** What using a link leads to: a signed-in session, or the forms of someone whose address is proved and who may join. */
export type LinkSpent =
  | { to: "signed in"; personId: string; email: string; secret: string; returnTo: string }
  | { to: "join"; email: string; returnTo: string };

const oneLink = prepared((db) =>
  db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.id, sql.placeholder("id")))
    .prepare(),
);

/** What a link is for and whether it still works; reading it changes nothing. Null for one that never was. */
export function readLink(ctx: Pick<Context, "db" | "clock">, linkId: string) {
  const link = oneLink(ctx.db).get({ id: linkId });
  if (!link || link.purpose === "change address") return null;
  return { ...link, standing: standingOf(link, ctx.clock.now()) };
}

const standingOf = (
  link: { endedAt: number | null; expiresAt: number },
  now: number,
): "open" | "already used" | "expired" => {
  if (link.endedAt !== null) return "already used";
  return now >= link.expiresAt ? "expired" : "open";
};

/** @returns what it led to, or why it leads nowhere any more; a refusal changes nothing */
export function spendLink(
  ctx: Context,
  { linkId, device }: { linkId: string; device: string | null },
): Result<LinkSpent, LinkRefusal> {
  return transact(ctx.db, () => {
    const link = readLink(ctx, linkId);
    if (!link) return refused("expired");
    if (link.standing !== "open") return refused(link.standing);
    const { email, returnTo } = link;
    const owner = accountOfAddress(ctx.db).get({ email });
    if (owner?.disabledAt != null) return refused("account closed");
    ctx.db.update(signInLinks).set({ endedAt: ctx.clock.now() }).where(eq(signInLinks.id, linkId)).run();
    if (!owner) return done({ to: "join" as const, email, returnTo });
    const personId = owner.id;
    recordAudit(ctx, {
      action: "accounts.signed in",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { method: "link" },
    });
    const secret = startAuthSession(ctx, { personId, method: "link", device });
    return done({ to: "signed in" as const, personId, email, secret, returnTo });
  });
}
