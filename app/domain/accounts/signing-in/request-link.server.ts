// Somebody asks for a link by email: to sign in, or to join where the address has no account yet. What is answered and
// what is done are alike for both, so that nobody learns from it who has an account.

import { transact } from "db/client";
import { people, signInLinks } from "db/schema";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { minutes } from "~/shared/clock";

/** Long enough for a letter to arrive, short enough for one that is found later to be worth nothing. */
export const linkLasts = minutes(10);

/** Sends a link to an address; any earlier one for it opens nothing from now on. */
export function requestLink(ctx: Context, asked: { email: string; returnTo: string }): void {
  transact(ctx.db, () => {
    const email = asked.email.trim();
    const person = ctx.db
      .select({ id: people.id, name: people.name, email: people.email })
      .from(people)
      .where(eq(sql`lower(${people.email})`, email.toLowerCase()))
      .get();
    const purpose = person ? "sign in" : "join";
    const now = ctx.clock.now();
    ctx.db
      .update(signInLinks)
      .set({ endedAt: now })
      .where(
        and(
          eq(signInLinks.email, email.toLowerCase()),
          isNull(signInLinks.endedAt),
          inArray(signInLinks.purpose, ["sign in", "join"]),
        ),
      )
      .run();
    const linkId = ctx.ids.id();
    const expiresAt = now + linkLasts;
    ctx.db
      .insert(signInLinks)
      .values({
        id: linkId,
        purpose,
        email: email.toLowerCase(),
        personId: person?.id ?? null,
        returnTo: asked.returnTo,
        requestedAt: now,
        expiresAt,
      })
      .run();
    recordAudit(ctx, {
      action: "accounts.link asked for",
      subjectKind: "link",
      subjectId: linkId,
      aboutPersonId: person?.id ?? null,
      detail: { purpose },
    });
    postMessage(ctx, {
      kind: "sign-in link",
      key: `sign-in-link/${linkId}`,
      // The letter goes to the address as the person keeps it.
      to: { personId: person?.id ?? null, email: person?.email ?? email },
      facts: { personName: person?.name ?? email, purpose, linkId, expiresAt },
    });
  });
}
