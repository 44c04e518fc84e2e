// What the buttons of a person's page do: each leads back to the page, or says why not.
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import {
  changeAgency,
  changeRoles,
  confirmAgency,
  declineAgency,
  disablePerson,
  enablePerson,
  resetSecondFactor,
  signOutPerson,
} from "~/domain/accounts/accounts.server";
import { logDeed } from "~/log.server";
import type { Result } from "~/shared/result";
import { askForProof, type SignedInVisit } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { isGivenRole } from "~/web/people-words";
import {
  agencyRefusals,
  disableRefusals,
  enableRefusals,
  roleRefusals,
  secondStepRefusals,
  standingRefusals,
} from "./words";

/** @throws Response back to the page when it is done */
export function doDeed(
  args: ActionFunctionArgs,
  visit: SignedInVisit,
  { personId, posted }: { personId: string; posted: FormData },
) {
  const after = <Reason extends string>(
    result: Result<null, Reason>,
    done: string,
    refusals: Record<Reason, Record<string, string>>,
  ) => {
    if (!result.ok) return showAgain(formWith(posted, refusals[result.reason]));
    throw redirect(`${paths.adminPerson(personId)}?done=${done}`);
  };
  switch (posted.get("intent")) {
    case "confirm":
      return after(confirmAgency(visit, personId), "confirmed", standingRefusals);
    case "decline":
      return after(declineAgency(visit, personId), "declined", standingRefusals);
    case "agency": {
      const agencyId = String(posted.get("agencyId") ?? "");
      return after(changeAgency(visit, { personId, agencyId }), "moved", agencyRefusals);
    }
    case "roles": {
      const { give, take } = rolesIn(posted);
      const changed = changeRoles(visit, { personId, give, take });
      if (changed.ok) {
        for (const role of take)
          logDeed(args, { deed: "accounts.role removed", aboutPersonId: personId, detail: { role } });
        for (const role of give)
          logDeed(args, { deed: "accounts.role granted", aboutPersonId: personId, detail: { role } });
      }
      return after(changed, "roles", roleRefusals);
    }
    case "disable":
      return after(disablePerson(visit, personId), "disabled", disableRefusals);
    case "enable":
      return after(enablePerson(visit, personId), "enabled", enableRefusals);
    case "sign-out":
      signOutPerson(visit, personId);
      throw redirect(`${paths.adminPerson(personId)}?done=signed-out`);
    case "second-step":
      askForProof(visit);
      return after(resetSecondFactor(visit, personId), "second-step", secondStepRefusals);
    default:
      return showAgain(formWith(posted, { "": "Choose what to do with one of the buttons" }));
  }
}

/** What the form changes against what its page showed: what somebody else changed meanwhile is left alone. */
function rolesIn(posted: FormData) {
  const named = (name: string) => posted.getAll(name).map(String).filter(isGivenRole);
  const had = new Set(named("had"));
  const wanted = new Set(named("roles"));
  return {
    give: [...wanted].filter((role) => !had.has(role)),
    take: [...had].filter((role) => !wanted.has(role)),
  };
}
