// The person charged, or the lead of the agency charged, asks a coordinator to look again.
import { transact } from "db/client";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeCharge, hasBeenAppealed, readChargeRow } from "./change-charge.server";
import { appealUntil } from "./charges";
import { isParty } from "./policy";

export type AppealRefusal = "too late" | "answered already" | "not due";

/**
 * Appeals against a charge that is due, once, within 28 days; appealed against already: nothing changes.
 * @throws NotFound for a charge that is neither theirs nor their agency's
 */
export function appealCharge(
  ctx: Context,
  appeal: { chargeId: string; note: string },
): Result<null, AppealRefusal> {
  return transact(ctx.db, () => {
    const charge = readChargeRow(ctx, appeal.chargeId);
    if (!isParty(ctx.actor, charge, agencyLedBy(ctx)?.id ?? null)) throw new NotFound("charge");
    if (charge.state === "appealed") return done(null);
    if (charge.state !== "due") return refused("not due");
    if (hasBeenAppealed(ctx, charge)) return refused("answered already");
    if (ctx.clock.now() > appealUntil(charge.madeAt)) return refused("too late");
    changeCharge(ctx, charge, "appealed", { note: appeal.note });
    return done(null);
  });
}
