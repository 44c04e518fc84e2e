// A board's terms of booking from a day on: always a new version, because people booked under the old one.
import { transact } from "db/client";
import { boards, bookingTerms } from "db/schema";
import { desc, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { maySetTerms } from "./policy";
import { termsOfBoard } from "./queries.server";
import { type TermsRules, termsRulesSchema } from "./terms";

export type SetTermsRefusal = "in the past" | "nothing changed";

/**
 * Makes a version that holds for bookings made from `inForceFrom` on (left out: at once); those made before keep theirs.
 * Rules that would hold from then on anyway: "nothing changed".
 * @throws Forbidden, NotFound (the board), ZodError for rules that no form would let through
 */
export function setTerms(
  ctx: Context,
  terms: { boardCode: string; rules: TermsRules; inForceFrom?: number },
): Result<{ termsId: string; version: number }, SetTermsRefusal> {
  const rules = termsRulesSchema.parse(terms.rules);
  return transact(ctx.db, () => {
    if (!maySetTerms(ctx.actor)) throw new Forbidden("terms of booking");
    const { boardCode } = terms;
    if (!ctx.db.select({ code: boards.code }).from(boards).where(eq(boards.code, boardCode)).get())
      throw new NotFound("board");
    const now = ctx.clock.now();
    const inForceFrom = terms.inForceFrom ?? now;
    if (inForceFrom < now) return refused("in the past");
    const last = ctx.db
      .select({ version: bookingTerms.version })
      .from(bookingTerms)
      .where(eq(bookingTerms.boardCode, boardCode))
      .orderBy(desc(bookingTerms.version))
      .limit(1)
      .get();
    const then = termsOfBoard(ctx, boardCode, inForceFrom);
    if (then.id !== null && JSON.stringify(then.rules) === JSON.stringify(rules))
      return refused("nothing changed");

    const termsId = ctx.ids.id();
    const version = (last?.version ?? 0) + 1;
    ctx.db
      .insert(bookingTerms)
      .values({
        id: termsId,
        boardCode,
        version,
        inForceFrom,
        rules,
        madeAt: now,
        madeBy: actorPersonId(ctx.actor),
      })
      .run();
    recordAudit(ctx, {
      action: "terms.set",
      subjectKind: "board",
      subjectId: boardCode,
      detail: { termsId, version, from: civilDateAt(inForceFrom) },
    });
    return done({ termsId, version });
  });
}
