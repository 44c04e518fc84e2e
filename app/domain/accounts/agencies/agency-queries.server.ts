// Agencies as those who look after them see them: how many people, and which mail domains prove somebody is of them.
import { prepared } from "db/client";
import { agencies, agencyDomains, people } from "db/schema";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden, NotFound } from "~/shared/problems";
import { mayLookAfterPeople } from "../policy";

type Reader = Pick<Context, "db" | "actor">;

const counted = prepared((db) =>
  db
    .select({
      id: agencies.id,
      name: agencies.name,
      sector: agencies.sector,
      people: sql<number>`count(${people.id}) filter (where ${people.agencyStanding} = 'confirmed')`,
      awaiting: sql<number>`count(${people.id}) filter (where ${people.agencyStanding} = 'awaiting')`,
    })
    .from(agencies)
    .leftJoin(people, and(eq(people.agencyId, agencies.id), sql`${people.disabledAt} is null`))
    .groupBy(agencies.id)
    .orderBy(asc(sql`lower(${agencies.name})`))
    .prepare(),
);
const allDomains = prepared((db) =>
  db
    .select({ domain: agencyDomains.domain, agencyId: agencyDomains.agencyId, agencyName: agencies.name })
    .from(agencyDomains)
    .innerJoin(agencies, eq(agencies.id, agencyDomains.agencyId))
    .orderBy(asc(agencyDomains.domain), asc(agencies.name))
    .prepare(),
);

export type AgencyDomain = {
  domain: string;
  /** Other agencies that have it too: an address there settles nothing, so people pick and are confirmed by hand. */
  sharedWith: string[];
};
export type AgencyInFull = {
  id: string;
  name: string;
  sector: string;
  /** Confirmed people who are here. */
  people: number;
  awaiting: number;
  domains: AgencyDomain[];
};

/** Every agency, by name. @throws Forbidden */
export function listAgenciesInFull(ctx: Reader): AgencyInFull[] {
  if (!mayLookAfterPeople(ctx.actor)) throw new Forbidden("agencies");
  const claims = allDomains(ctx.db).all();
  const byDomain = groupBy(claims, ({ domain }) => domain);
  const byAgency = groupBy(claims, ({ agencyId }) => agencyId);
  return counted(ctx.db)
    .all()
    .map((agency) => ({
      ...agency,
      domains: (byAgency.get(agency.id) ?? []).map(({ domain }) => ({
        domain,
        sharedWith: (byDomain.get(domain) ?? [])
          .filter(({ agencyId }) => agencyId !== agency.id)
          .map(({ agencyName }) => agencyName),
      })),
    }));
}

/** @throws Forbidden, NotFound */
export function readAgency(ctx: Reader, agencyId: string): AgencyInFull {
  const agency = listAgenciesInFull(ctx).find(({ id }) => id === agencyId);
  if (!agency) throw new NotFound("agency");
  return agency;
}

const namesake = prepared((db) =>
  db
    .select({ id: agencies.id })
    .from(agencies)
    .where(
      and(
        eq(sql`lower(${agencies.name})`, sql`lower(${sql.placeholder("name")})`),
        ne(agencies.id, sql.placeholder("exceptId")),
      ),
    )
    .prepare(),
);

export const isAgencyNameTaken = (ctx: Pick<Context, "db">, name: string, exceptId = ""): boolean =>
  namesake(ctx.db).get({ name, exceptId }) !== undefined;
