// The agency that an address speaks for: its email domain belongs to one, to several that share it, or to none here.
import { agencies, agencyDomains } from "db/schema";
import { asc, eq, inArray } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { domainsOf } from "../rules";

export type AgencyOfAddress = {
  /** The one agency that the address proves. */
  settled: { id: string; name: string } | null;
  /** Otherwise: those to pick from. Somebody at the agency confirms the pick. */
  choices: { id: string; name: string }[];
};

export function agencyOfAddress(ctx: Pick<Context, "db">, email: string): AgencyOfAddress {
  const domains = domainsOf(email);
  const claims = ctx.db
    .select({ domain: agencyDomains.domain, id: agencies.id, name: agencies.name })
    .from(agencyDomains)
    .innerJoin(agencies, eq(agencies.id, agencyDomains.agencyId))
    .where(inArray(agencyDomains.domain, domains))
    .orderBy(asc(agencies.name))
    .all();
  // The nearest domain speaks: a school's own before the council's that it is part of.
  const nearest = domains.find((domain) => claims.some((claim) => claim.domain === domain));
  const sharing = claims.filter((claim) => claim.domain === nearest).map(({ id, name }) => ({ id, name }));
  const [only] = sharing;
  if (only && sharing.length === 1) return { settled: only, choices: [] };
  if (sharing.length > 1) return { settled: null, choices: sharing };
  const all = ctx.db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .orderBy(asc(agencies.name))
    .all();
  return { settled: null, choices: all };
}
