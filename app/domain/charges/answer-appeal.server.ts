// A coordinator answers an appeal: the charge is waived, or it stands.
import { transact } from "db/client";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { changeCharge, readChargeRow, tellAnswer } from "./change-charge.server";
import { mayDecide, mayKeepCharges } from "./policy";

export type AnswerRefusal = "your own charge" | "not appealed";

/**
 * Answers with words that the person reads. `uphold`: the appeal is right, and the charge is waived. Answered already:
 * "not appealed".
 * @throws Forbidden, NotFound
 */
export function answerAppeal(
  ctx: Context,
  answer: { chargeId: string; uphold: boolean; note: string },
): Result<null, AnswerRefusal> {
  return transact(ctx.db, () => {
    if (!mayKeepCharges(ctx.actor)) throw new Forbidden("charges");
    const charge = readChargeRow(ctx, answer.chargeId);
    if (!mayDecide(ctx.actor, charge, agencyLedBy(ctx)?.id ?? null)) return refused("your own charge");
    if (charge.state !== "appealed") return refused("not appealed");
    changeCharge(ctx, charge, answer.uphold ? "waived" : "due", { note: answer.note });
    tellAnswer(ctx, charge, { outcome: answer.uphold ? "waived" : "stands", note: answer.note });
    return done(null);
  });
}
