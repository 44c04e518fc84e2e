// An identity at another organisation becomes a way into an account.
import { externalIdentities } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";

/** Who somebody is at an organisation that signs them in. */
export type Identity = { issuer: string; subject: string };

/** Inside the caller's transaction. */
export function linkIdentity(ctx: Context, identity: Identity, personId: string): void {
  ctx.db
    .insert(externalIdentities)
    .values({ ...identity, personId, linkedAt: ctx.clock.now() })
    .run();
  recordAudit(ctx, {
    action: "accounts.identity linked",
    subjectKind: "person",
    subjectId: personId,
    aboutPersonId: personId,
    detail: { issuer: identity.issuer },
  });
}
