// Fills a migrated, empty database with a partnership and its offer: all of it, or nothing.
import { transact } from "db/client";
import { type FirstAdmin, type SetUpRefusal, setUpPartnership } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import type { Result } from "~/shared/result";
import { loadInstruments } from "../seed/instruments";
import { loadOffer } from "../seed/offer";
import type { Plan } from "./plan";
import { loadRules } from "./rules";

/**
 * Sets a partnership up: the demonstration's without an admin, since its people come with it.
 * @returns the agencies' ids by name
 */
export function setUp(
  ctx: Context,
  plan: Plan,
  firstAdmin: FirstAdmin | null,
): Result<{ agencyIds: ReadonlyMap<string, string> }, SetUpRefusal> {
  return transact(ctx.db, () => {
    const started = setUpPartnership(ctx, plan, firstAdmin);
    if (!started.ok) return started;
    loadOffer(ctx.db, plan);
    loadInstruments(ctx.db);
    loadRules(ctx, plan);
    recordAudit(ctx, {
      action: "catalogue.offer set up",
      subjectKind: "partnership",
      subjectId: "1",
      detail: {
        competencies: plan.competencies.length,
        requirements: plan.requirements.length,
        courses: plan.courses.length,
      },
    });
    return started;
  });
}
