// Someone changes what they told about themselves. Which agency they work for is not theirs to say.

import { transact } from "db/client";
import { people, roleGroups } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { aboutPerson } from "../people/read-account.server";
import { readPerson } from "../queries.server";
import type { ChangedDetails } from "./changed-details";
import { ownId } from "./own-account.server";

export type DetailsRefusal = "no such kind of work" | "own line manager";

/** @returns whether anything differed. @throws Forbidden */
export function changeOwnDetails(
  ctx: Context,
  details: ChangedDetails,
): Result<{ changed: boolean }, DetailsRefusal> {
  const personId = ownId(ctx);
  return transact(ctx.db, () => {
    const { email } = readPerson(ctx, personId);
    if (details.lineManagerEmail?.toLowerCase() === email.toLowerCase()) return refused("own line manager");
    if (!ctx.db.select().from(roleGroups).where(eq(roleGroups.id, details.roleGroupId)).get()) {
      return refused("no such kind of work");
    }
    return done({ changed: keepDetails(ctx, personId, details) });
  });
}

/**
 * Keeps what differs. The audit trail learns which fields it was and never what they say. Whether the person asking
 * may is for the caller to have decided.
 */
export function keepDetails(ctx: Context, personId: string, details: Partial<ChangedDetails>): boolean {
  const before = readPerson(ctx, personId);
  const fields = (Object.keys(details) as (keyof ChangedDetails)[]).filter(
    (field) => details[field] !== before[field],
  );
  if (fields.length === 0) return false;
  const changes = Object.fromEntries(fields.map((field) => [field, details[field]]));
  ctx.db.update(people).set(changes).where(eq(people.id, personId)).run();
  recordAudit(ctx, {
    action: "accounts.details changed",
    ...aboutPerson(personId),
    detail: { fields },
  });
  return true;
}
