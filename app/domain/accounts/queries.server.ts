// What others may ask of the accounts room.

import { prepared } from "db/client";
import { agencies, boards, partnership, people, roleGrants, roleGroups, secondFactors } from "db/schema";
import { asc, eq, sql } from "drizzle-orm";
import type { Actor, Context, Role } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { Person } from "./accounts";

type Reader = Pick<Context, "db">;

const thePartnership = prepared((db) => db.select().from(partnership).limit(1).prepare());

/**
 * The partnership that runs this service: its name, contact, logo and colour.
 * @throws Error when the database has none: it was never set up
 */
export function readPartnership(ctx: Reader) {
  const row = thePartnership(ctx.db).get();
  if (!row)
    throw new Error("No partnership is set up: load one with `npm run demo` or the partnership file.");
  return row;
}

const allBoards = prepared((db) => db.select().from(boards).orderBy(asc(boards.position)).prepare());
export const listBoards = (ctx: Reader) => allBoards(ctx.db).all();

const allAgencies = prepared((db) => db.select().from(agencies).orderBy(asc(agencies.name)).prepare());
export const listAgencies = (ctx: Reader) => allAgencies(ctx.db).all();

/** Names that everyone here knows, and would try first as a password. */
export function listLocalNames(ctx: Reader): string[] {
  const { place, name, serviceName } = readPartnership(ctx);
  return [
    ...[place, name, serviceName, "safeguarding", "training"],
    ...listBoards(ctx).flatMap((board) => [board.code, board.name]),
    ...listAgencies(ctx).map((agency) => agency.name),
  ];
}

const allRoleGroups = prepared((db) =>
  db.select().from(roleGroups).orderBy(asc(roleGroups.position)).prepare(),
);
export const listRoleGroups = (ctx: Reader) => allRoleGroups(ctx.db).all();

const onePerson = prepared((db) =>
  db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      agencyId: people.agencyId,
      agencyName: agencies.name,
      agencyStanding: people.agencyStanding,
      roleGroupId: people.roleGroupId,
      jobTitle: people.jobTitle,
      team: people.team,
      lineManagerEmail: people.lineManagerEmail,
      accessNeeds: people.accessNeeds,
      dietaryNeeds: people.dietaryNeeds,
      disabledAt: people.disabledAt,
      roles: sql<
        string | null
      >`(select group_concat(${roleGrants.role}) from ${roleGrants} where ${roleGrants.personId} = ${people.id})`,
      hasSecondFactor: sql<number>`exists (select 1 from ${secondFactors}
        where ${secondFactors.personId} = ${people.id} and ${secondFactors.confirmedAt} is not null)`,
      // By the word of a colleague who names this address, and only once the agencies of both are sure of them.
      managesSomeone: sql<number>`${people.agencyStanding} = 'confirmed' and exists (select 1 from people as report
        where lower(report.line_manager_email) = lower(${people.email}) and report.disabled_at is null
          and report.agency_standing = 'confirmed' and report.id <> ${people.id})`,
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .where(eq(people.id, sql.placeholder("id")))
    .prepare(),
);

/** The person, what they may do and whether they have a second factor; null for nobody, or for someone who has left. */
export function findSignedInPerson(
  ctx: Reader,
  personId: string,
): { person: Person; actor: Extract<Actor, { kind: "person" }>; hasSecondFactor: boolean } | null {
  const row = onePerson(ctx.db).get({ id: personId });
  if (!row || row.disabledAt !== null) return null;
  const { roles, disabledAt: _left, hasSecondFactor, managesSomeone, ...person } = row;
  const held = new Set((roles ?? "").split(",").filter(Boolean) as Role[]);
  if (managesSomeone) held.add("line_manager");
  return {
    person,
    actor: { kind: "person", personId: row.id, agencyId: row.agencyId, roles: held },
    hasSecondFactor: Boolean(hasSecondFactor),
  };
}

/** @throws NotFound */
export function readPerson(ctx: Reader, personId: string): Person {
  const row = onePerson(ctx.db).get({ id: personId });
  if (!row) throw new NotFound("person");
  const {
    roles: _roles,
    disabledAt: _left,
    hasSecondFactor: _factor,
    managesSomeone: _manages,
    ...person
  } = row;
  return person;
}
