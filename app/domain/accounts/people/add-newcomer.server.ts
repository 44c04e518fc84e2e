// Someone who has no account yet turns up and is entered by those who deliver the session, with a name, an address and
// an agency.
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { agencyOfAddress } from "../agencies/agency-of-address.server";
import { askForConfirmation } from "../agencies/ask-for-confirmation.server";
import { accountOfAddress } from "../signing-in/lasting-account.server";
import { addPerson } from "./add-person.server";

/** The account that an address leads to, and whether it is closed; null where there is none. */
export function accountAt(
  ctx: Pick<Context, "db">,
  email: string,
): { personId: string; closed: boolean } | null {
  const account = accountOfAddress(ctx.db).get({ email: email.trim() });
  return account ? { personId: account.id, closed: account.disabledAt !== null } : null;
}

/**
 * Adds a person inside the caller's transaction, who has authorised it; the address has no account. Where it does not
 * prove the agency, the agency's lead is asked, and until then the person may not book. Nothing is sent to the person.
 */
export function addNewcomer(
  ctx: Context,
  { email, name, agencyId }: { email: string; name: string; agencyId: string | null },
): Result<{ personId: string }, "agency not picked"> {
  const { settled, choices } = agencyOfAddress(ctx, email);
  const agency = settled ?? choices.find((choice) => choice.id === agencyId);
  if (!agency) return refused("agency not picked");
  const unsaid = { roleGroupId: null, jobTitle: null, team: null, lineManagerEmail: null, disabledAt: null };
  const agencyStanding = settled ? "confirmed" : "awaiting";
  const personId = addPerson(ctx, {
    ...unsaid,
    email: email.trim(),
    name,
    agencyId: agency.id,
    agencyStanding,
  });
  if (!settled) askForConfirmation(ctx, { personId, name, agency });
  return done({ personId });
}
