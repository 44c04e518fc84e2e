// What the partnership is called, whom to ask, its colour, and whose roles ask for a second factor.

import { transact } from "db/client";
import { partnership } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayAdminister } from "../policy";
import { readPartnership } from "../queries.server";
import { contrastWithItsTint, isColour, leastContrast } from "./contrast";

type Row = typeof partnership.$inferSelect;
export type PartnershipSettings = Omit<Row, "id" | "logoPath">;
export type SettingsRefusal = "not a colour" | "too pale";

/** The same settings change nothing. @throws Forbidden */
export function changeSettings(
  ctx: Context,
  { brandColour, secondFactorRoles, ...words }: PartnershipSettings,
): Result<null, SettingsRefusal> {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("settings");
  return transact(ctx.db, () => {
    const before = readPartnership(ctx);
    const same = brandColour.toLowerCase() === before.brandColour.toLowerCase();
    if (!same && !isColour(brandColour)) return refused("not a colour");
    // Its tints are darker than white: what stands out from them stands out from white too.
    if (!same && contrastWithItsTint(brandColour) < leastContrast) return refused("too pale");
    const after: PartnershipSettings = {
      ...words,
      brandColour: same ? before.brandColour : brandColour.toLowerCase(),
      secondFactorRoles: [...new Set(secondFactorRoles)].sort(),
    };
    const fields = (Object.keys(after) as (keyof PartnershipSettings)[]).filter(
      (field) => asText(after[field]) !== asText(before[field]),
    );
    if (fields.length === 0) return done(null);
    ctx.db.update(partnership).set(after).where(eq(partnership.id, 1)).run();
    recordAudit(ctx, {
      action: "accounts.settings changed",
      subjectKind: "partnership",
      subjectId: "1",
      detail: { fields },
    });
    return done(null);
  });
}

const asText = (value: string | string[]) => (typeof value === "string" ? value : [...value].sort().join());
