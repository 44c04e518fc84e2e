// An agency joins the partnership, or its name, sector or mail domains change.

import { transact } from "db/client";
import { agencies, agencyDomains } from "db/schema";
import { asc, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayAdminister } from "../policy";
import { isAgencyNameTaken } from "./agency-queries.server";

export type AgencyDetails = { name: string; sector: string; domains: string[] };

const about = (subjectId: string) => ({ subjectKind: "agency", subjectId });

/** @throws Forbidden */
export function addAgency(
  ctx: Context,
  { domains, ...agency }: AgencyDetails,
): Result<{ agencyId: string }, "name taken"> {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("agencies");
  return transact(ctx.db, () => {
    if (isAgencyNameTaken(ctx, agency.name)) return refused("name taken");
    const agencyId = ctx.ids.id();
    ctx.db
      .insert(agencies)
      .values({ id: agencyId, ...agency })
      .run();
    insertDomains(ctx, agencyId, domains);
    recordAudit(ctx, { action: "accounts.agency added", ...about(agencyId) });
    return done({ agencyId });
  });
}

/** Who is confirmed stays so, whatever becomes of the domains; the same details change nothing. @throws Forbidden, NotFound */
export function changeAgencyDetails(
  ctx: Context,
  { agencyId, domains, name, sector }: AgencyDetails & { agencyId: string },
): Result<null, "name taken"> {
  if (!mayAdminister(ctx.actor)) throw new Forbidden("agencies");
  return transact(ctx.db, () => {
    const before = ctx.db.select().from(agencies).where(eq(agencies.id, agencyId)).get();
    if (!before) throw new NotFound("agency");
    if (isAgencyNameTaken(ctx, name, agencyId)) return refused("name taken");
    const had = ctx.db
      .select({ domain: agencyDomains.domain })
      .from(agencyDomains)
      .where(eq(agencyDomains.agencyId, agencyId))
      .orderBy(asc(agencyDomains.domain))
      .all();
    const moved = had.map(({ domain }) => domain).join() !== [...domains].sort().join();
    const fields = [
      ...(name === before.name ? [] : ["name"]),
      ...(sector === before.sector ? [] : ["sector"]),
      ...(moved ? ["domains"] : []),
    ];
    if (fields.length === 0) return done(null);
    ctx.db.update(agencies).set({ name, sector }).where(eq(agencies.id, agencyId)).run();
    if (moved) {
      ctx.db.delete(agencyDomains).where(eq(agencyDomains.agencyId, agencyId)).run();
      insertDomains(ctx, agencyId, domains);
    }
    recordAudit(ctx, { action: "accounts.agency details changed", ...about(agencyId), detail: { fields } });
    return done(null);
  });
}

function insertDomains(ctx: Context, agencyId: string, domains: string[]): void {
  for (const domain of domains) ctx.db.insert(agencyDomains).values({ domain, agencyId }).run();
}
