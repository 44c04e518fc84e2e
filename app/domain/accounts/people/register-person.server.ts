// A practitioner joins. Their address is proved already: by a link sent to it, or by the organisation that signs them in.

import { transact } from "db/client";
import { people } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import type { Joining } from "../accounts";
import { agencyOfAddress } from "../agencies/agency-of-address.server";
import { askForConfirmation } from "../agencies/ask-for-confirmation.server";
import { listLocalNames, listRoleGroups } from "../queries.server";
import { hashPassword, isTooEasy } from "../signing-in/passwords.server";
import { type JoiningProof, provesAnother, spendProof } from "./joining-proof.server";

export type RegistrationRefusal =
  | "address in use"
  | "agency not picked"
  | "no such kind of work"
  | "guessable password";

/**
 * Creates a person's account. Where the address does not settle the agency, its lead is asked to confirm it.
 * @param proved the address, and what proved it: the identity at single sign-on, or the link; each makes one account
 * @returns the person's id, or why not; a refusal changes nothing
 */
export async function registerPerson(
  ctx: Context,
  proved: JoiningProof,
  { password, agencyId: picked, ...details }: Joining,
): Promise<Result<{ personId: string }, RegistrationRefusal>> {
  const { email } = proved;
  const about = { name: details.name, email, localWords: listLocalNames(ctx) };
  if (password && (await isTooEasy(password, about))) return refused("guessable password");
  const passwordHash = password ? await hashPassword(password) : null;

  return transact(ctx.db, () => {
    if (!provesAnother(ctx, proved)) return refused("address in use");
    const { settled, choices } = agencyOfAddress(ctx, email);
    const agency = settled ?? choices.find((choice) => choice.id === picked);
    if (!agency) return refused("agency not picked");
    const work = listRoleGroups(ctx).some((group) => group.id === details.roleGroupId);
    if (!work) return refused("no such kind of work");
    const personId = ctx.ids.id();
    const now = ctx.clock.now();
    const agencyStanding = settled ? "confirmed" : "awaiting";
    ctx.db
      .insert(people)
      .values({
        id: personId,
        email,
        agencyId: agency.id,
        agencyStanding,
        passwordHash,
        createdAt: now,
        ...details,
      })
      .run();
    recordAudit(ctx, {
      action: "accounts.registered",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
      detail: { agencyId: agency.id, roleGroupId: details.roleGroupId },
    });
    spendProof(ctx, proved, personId);
    postMessage(ctx, {
      kind: "welcome",
      key: `welcome/${personId}`,
      to: { personId, email },
      facts: { personName: details.name, awaiting: settled ? null : agency.name },
    });
    if (!settled) askForConfirmation(ctx, { personId, name: details.name, agency });
    return done({ personId });
  });
}
