// A coordinator waives a charge, and says why.
import { transact } from "db/client";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeCharge, readChargeRow, tellAnswer } from "./change-charge.server";
import { mayDecide, mayKeepCharges } from "./policy";

export type WaiveRefusal = "your own charge" | "appealed" | "not due";

/**
 * Waives a charge that is due; waived already: nothing changes. One that is appealed against is answered instead.
 * @throws Forbidden, NotFound
 */
export function waiveCharge(
  ctx: Context,
  waiver: { chargeId: string; note: string },
): Result<null, WaiveRefusal> {
  return transact(ctx.db, () => {
    if (!mayKeepCharges(ctx.actor)) throw new Forbidden("charges");
    const charge = readChargeRow(ctx, waiver.chargeId);
    if (!mayDecide(ctx.actor, charge, agencyLedBy(ctx)?.id ?? null)) return refused("your own charge");
    if (charge.state === "waived") return done(null);
    if (charge.state === "appealed") return refused("appealed");
    if (charge.state !== "due") return refused("not due");
    changeCharge(ctx, charge, "waived", { note: waiver.note });
    tellAnswer(ctx, charge, { outcome: "waived", note: waiver.note });
    return done(null);
  });
}
