// Somebody who knows says whether a person works for the agency they named; the person is told.

import { transact } from "db/client";
import { people } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { type Account, aboutPerson, agencyLedBy, readAccount } from "../people/read-account.server";
import { mayLookAfterPeople } from "../policy";

/** They may book from now on; someone confirmed already stays so, untold. @throws NotFound */
export function confirmAgency(ctx: Context, personId: string): Result<null, "has left"> {
  return transact(ctx.db, () => {
    const { account } = readToSettle(ctx, personId);
    if (account.disabledAt !== null) return refused("has left");
    if (account.agencyStanding !== "confirmed") settle(ctx, account, "confirmed");
    return done(null);
  });
}

/** They may not book. A lead answers once: only coordinators take a confirmation back. @throws NotFound */
export function declineAgency(
  ctx: Context,
  personId: string,
): Result<null, "has left" | "confirmed already"> {
  return transact(ctx.db, () => {
    const { account, asLead } = readToSettle(ctx, personId);
    if (account.disabledAt !== null) return refused("has left");
    if (account.agencyStanding === "confirmed" && asLead) return refused("confirmed already");
    if (account.agencyStanding !== "declined") settle(ctx, account, "declined");
    return done(null);
  });
}

/** @throws NotFound where it is not for the person asking: whether there is such a person is private to their agency */
function readToSettle(ctx: Context, personId: string): { account: Account; asLead: boolean } {
  const account = readAccount(ctx, personId);
  if (mayLookAfterPeople(ctx.actor)) return { account, asLead: false };
  if (agencyLedBy(ctx)?.id !== account.agencyId) throw new NotFound("person");
  return { account, asLead: true };
}

function settle(ctx: Context, account: Account, agencyStanding: "confirmed" | "declined"): void {
  const { id: personId, agencyId, agencyName } = account;
  const set = { agencyStanding, agencyStandingSince: ctx.clock.now() };
  ctx.db.update(people).set(set).where(eq(people.id, personId)).run();
  const action = `accounts.agency ${agencyStanding}` as const;
  recordAudit(ctx, { action, ...aboutPerson(personId), detail: { agencyId } });
  tellOfAgency(ctx, account, { name: agencyName, agencyStanding });
}

/** Each answer is told: the next may say something else. */
export function tellOfAgency(
  ctx: Context,
  person: Pick<Account, "id" | "name" | "email">,
  { name, agencyStanding }: { name: string; agencyStanding: "confirmed" | "declined" },
): void {
  postMessage(ctx, {
    kind: `agency ${agencyStanding}`,
    key: `agency-${agencyStanding}/${ctx.ids.id()}`,
    to: { personId: person.id, email: person.email },
    facts: { personName: person.name, agencyName: name },
  });
}
