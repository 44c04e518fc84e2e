// Whose training somebody looks after: an agency lead's own agency, and those who name a line manager as theirs.
import { prepared } from "db/client";
import { agencies, people, roleGroups } from "db/schema";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { findPeople } from "./people-queries.server";
import { agencyLedBy } from "./read-account.server";

type Reader = Pick<Context, "db" | "actor">;

/** What a team's page says of somebody: nothing about their needs. */
const columns = {
  id: people.id,
  name: people.name,
  email: people.email,
  jobTitle: people.jobTitle,
  team: people.team,
  kindOfWork: roleGroups.name,
};

export type TeamMember = {
  id: string;
  name: string;
  email: string;
  jobTitle: string | null;
  team: string | null;
  kindOfWork: string | null;
};

/**
 * Those of the agency that the person asking leads who are here and confirmed, by name; null for one who leads none.
 * The agency is never asked for: it is always theirs.
 */
export function listOwnAgency(
  ctx: Reader,
  { q }: { q?: string },
  page: { number: number; size: number },
): { agencyName: string; total: number; page: number; people: TeamMember[] } | null {
  const led = agencyLedBy(ctx);
  if (!led) return null;
  const found = findPeople(ctx, { q, agencyId: led.id, standing: "confirmed" }, page);
  return {
    agencyName: led.name,
    total: found.total,
    page: found.page,
    people: found.people.map(({ id, name, email, jobTitle, team, kindOfWork }) => ({
      id,
      name,
      email,
      jobTitle,
      team,
      kindOfWork,
    })),
  };
}

const awaitingAnswer = prepared((db) =>
  db
    .select({ ...columns, createdAt: people.createdAt })
    .from(people)
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .where(
      and(
        eq(people.agencyId, sql.placeholder("agencyId")),
        eq(people.agencyStanding, "awaiting"),
        isNull(people.disabledAt),
      ),
    )
    .orderBy(asc(people.createdAt), asc(people.id))
    .prepare(),
);

/** Those who say they work for the agency that the person asking leads, who waited longest first. */
export function listAwaitingOwnAgency(ctx: Reader): (TeamMember & { createdAt: number })[] {
  const led = agencyLedBy(ctx);
  return led ? awaitingAnswer(ctx.db).all({ agencyId: led.id }) : [];
}

// Like a lead, a line manager whose own agency is not sure of them looks after nobody.
const manager = sql`(select lower(own.email) from people as own
  where own.id = ${sql.placeholder("me")} and own.agency_standing = 'confirmed' and own.disabled_at is null)`;
const namesManager = and(
  eq(sql`lower(${people.lineManagerEmail})`, manager),
  eq(people.agencyStanding, "confirmed"),
  isNull(people.disabledAt),
  ne(people.id, sql.placeholder("me")),
);
const reports = prepared((db) =>
  db
    .select(columns)
    .from(people)
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .where(namesManager)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .prepare(),
);

/** Those who name the person asking as their line manager, by name. */
export const listReports = (ctx: Reader): TeamMember[] => {
  const me = actorPersonId(ctx.actor);
  return me === null ? [] : reports(ctx.db).all({ me });
};

const member = prepared((db) =>
  db
    .select({
      ...columns,
      agencyName: agencies.name,
      agencyId: people.agencyId,
      reports: sql<boolean>`${namesManager}`.mapWith(Boolean),
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .where(
      and(
        eq(people.id, sql.placeholder("id")),
        eq(people.agencyStanding, "confirmed"),
        isNull(people.disabledAt),
      ),
    )
    .prepare(),
);

/** Somebody whose training the person asking looks after. @throws NotFound for everybody else */
export function readTeamMember(ctx: Reader, personId: string): TeamMember & { agencyName: string } {
  const me = actorPersonId(ctx.actor);
  const row = me === null ? undefined : member(ctx.db).get({ id: personId, me });
  if (!row) throw new NotFound("person");
  const { agencyId, reports: isReport, ...person } = row;
  if (!isReport && agencyLedBy(ctx)?.id !== agencyId) throw new NotFound("person");
  return person;
}
