// An administrator ends every signed-in session of somebody, as when a phone is lost.

import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { aboutPerson, readAccount } from "../people/read-account.server";
import { mayAdminister } from "../policy";
import { endAuthSessionsOf } from "./auth.server";

/** Nothing happens to someone who is signed in nowhere. @throws Forbidden, NotFound */
export function signOutPerson(ctx: Context, personId: string): void {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("signing somebody out");
  transact(ctx.db, () => {
    readAccount(ctx, personId);
    const places = endAuthSessionsOf(ctx, personId);
    if (places === 0) return;
    recordAudit(ctx, {
      action: "accounts.signed out everywhere",
      ...aboutPerson(personId),
      detail: { places },
    });
  });
}
