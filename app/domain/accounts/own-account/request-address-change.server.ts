// Someone wants another email address: a link goes to it, and nothing changes before they use it. Whether the address
// has an account already is neither asked nor told here.

import { transact } from "db/client";
import { signInLinks } from "db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import { readPerson } from "../queries.server";
import { linkLasts } from "../signing-in/request-link.server";
import { ownId } from "./own-account.server";

/** Sends the link; an earlier one to change the address opens nothing from now on. @throws Forbidden */
export function requestAddressChange(
  ctx: Context,
  asked: { email: string; returnTo: string },
): Result<{ linkId: string }, "own address"> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const person = readPerson(ctx, personId);
    const email = asked.email.trim();
    if (email.toLowerCase() === person.email.toLowerCase()) return refused("own address");
    const now = ctx.clock.now();
    ctx.db
      .update(signInLinks)
      .set({ endedAt: now })
      .where(
        and(
          eq(signInLinks.personId, personId),
          eq(signInLinks.purpose, "change address"),
          isNull(signInLinks.endedAt),
        ),
      )
      .run();
    const linkId = ctx.ids.id();
    const link = { id: linkId, purpose: "change address" as const, email, personId };
    const expiresAt = now + linkLasts;
    ctx.db
      .insert(signInLinks)
      .values({ ...link, returnTo: asked.returnTo, requestedAt: now, expiresAt })
      .run();
    recordAudit(ctx, {
      action: "accounts.link asked for",
      subjectKind: "link",
      subjectId: linkId,
      aboutPersonId: personId,
      detail: { purpose: link.purpose },
    });
    postMessage(ctx, {
      kind: "address to confirm",
      key: `address-to-confirm/${linkId}`,
      to: { personId, email },
      facts: { personName: person.name, linkId, expiresAt },
    });
    return done({ linkId });
  });
}
