// Who an address belongs to that a trainer types in at the door, before they are put on the register.
import { prepared } from "db/client";
import { agencies, people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { accountAt, agencyOfAddress } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { openRegister } from "./register.server";

const nameAndAgency = prepared((db) =>
  db
    .select({ name: people.name, agencyName: agencies.name })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

export type Newcomer = {
  /** Whose account the address opens; null where there is none. */
  known: { name: string; agencyName: string } | null;
  /** The agency that the address proves; otherwise those to pick from. */
  agencyName: string | null;
  agencies: { id: string; name: string }[];
};

/** Only for those who deliver the session, while its register is open: they see no address that they do not know. @throws NotFound */
export function readNewcomer(
  ctx: Context,
  { meetingId, email }: { meetingId: string; email: string },
): Newcomer {
  openRegister(ctx, meetingId);
  const account = accountAt(ctx, email);
  const known = account ? (nameAndAgency(ctx.db).get({ id: account.personId }) ?? null) : null;
  const { settled, choices } = agencyOfAddress(ctx, email);
  return { known, agencyName: settled?.name ?? null, agencies: choices };
}
