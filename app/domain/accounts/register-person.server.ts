// A practitioner joins with a work address.

import { transact } from "db/client";
import { agencies, people, roleGroups } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import type { Registration } from "./accounts";
import { hashPassword } from "./auth.server";
import { listLocalNames } from "./queries.server";
import { isGuessable } from "./rules";

export type RegistrationRefusal =
  | "address in use"
  | "no such agency"
  | "no such kind of work"
  | "guessable password";

/**
 * Creates a person's account. The welcome message goes to the address given.
 * @returns the person's id, or why not; a refusal changes nothing
 */
export async function registerPerson(
  ctx: Context,
  form: Registration,
): Promise<Result<{ personId: string }, RegistrationRefusal>> {
  const localWords = listLocalNames(ctx);
  if (isGuessable(form.password, { name: form.name, email: form.email, localWords })) {
    return refused("guessable password");
  }
  const passwordHash = await hashPassword(form.password);

  return transact(ctx.db, () => {
    const address = form.email.toLowerCase();
    const taken = ctx.db
      .select({ id: people.id })
      .from(people)
      .where(eq(sql`lower(${people.email})`, address))
      .get();
    if (taken) return refused("address in use");
    if (!ctx.db.select().from(agencies).where(eq(agencies.id, form.agencyId)).get())
      return refused("no such agency");
    if (!ctx.db.select().from(roleGroups).where(eq(roleGroups.id, form.roleGroupId)).get()) {
      return refused("no such kind of work");
    }

    const personId = ctx.ids.id();
    ctx.db
      .insert(people)
      .values({
        id: personId,
        email: form.email,
        name: form.name,
        agencyId: form.agencyId,
        roleGroupId: form.roleGroupId,
        passwordHash,
        createdAt: ctx.clock.now(),
      })
      .run();
    recordAudit(ctx, {
      action: "accounts.registered",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { agencyId: form.agencyId, roleGroupId: form.roleGroupId },
    });
    postMessage(ctx, {
      kind: "welcome",
      key: `welcome/${personId}`,
      to: { personId, email: form.email },
      facts: { personName: form.name },
    });
    return done({ personId });
  });
}
