// Searching people: by part of a name or address, and by what they are.
import { prepared } from "db/client";
import { agencies, type GrantedRole, people, roleGrants, roleGroups } from "db/schema";
import { and, asc, count, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import type { AgencyStanding } from "../accounts";
import { mayLookAfterPeople } from "../policy";
import { folded, teachFolding } from "./folded";

export type PeopleFilter = {
  /** Part of a name or an address, taken letter by letter. */
  q?: string;
  agencyId?: string;
  role?: GrantedRole;
  standing?: AgencyStanding;
  /** Without it: those who are here. */
  left?: "left" | "either";
};

export type FoundPerson = {
  id: string;
  name: string;
  email: string;
  agencyName: string;
  agencyStanding: AgencyStanding;
  kindOfWork: string | null;
  jobTitle: string | null;
  team: string | null;
  roles: GrantedRole[];
  disabledAt: number | null;
  /** Why the account is closed, where it is not because they left. */
  merged: boolean;
  erased: boolean;
};

/** True where nothing is asked, else what the condition says. */
const asked = (name: string, condition: SQL) => sql`(${sql.placeholder(name)} is null or ${condition})`;

const found = and(
  // Folded together, with a sign between that no search holds: it is called for everybody.
  asked("q", sql`instr(folded(${people.name} || char(0) || ${people.email}), ${sql.placeholder("q")}) > 0`),
  asked("agencyId", eq(people.agencyId, sql.placeholder("agencyId"))),
  asked(
    "role",
    sql`exists (select 1 from ${roleGrants} where ${roleGrants.personId} = ${people.id}
      and ${roleGrants.role} = ${sql.placeholder("role")})`,
  ),
  asked("standing", eq(people.agencyStanding, sql.placeholder("standing"))),
  asked("left", sql`(${people.disabledAt} is not null) = ${sql.placeholder("left")}`),
);

const onePage = prepared((db) => {
  teachFolding(db);
  return db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      agencyName: agencies.name,
      agencyStanding: people.agencyStanding,
      kindOfWork: roleGroups.name,
      jobTitle: people.jobTitle,
      team: people.team,
      roles: sql<
        string | null
      >`(select group_concat(${roleGrants.role}) from ${roleGrants} where ${roleGrants.personId} = ${people.id})`,
      disabledAt: people.disabledAt,
      merged: sql<boolean>`${people.mergedIntoId} is not null`.mapWith(Boolean),
      erased: sql<boolean>`${people.erasedAt} is not null`.mapWith(Boolean),
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .where(found)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .prepare();
});

const howMany = prepared((db) => {
  teachFolding(db);
  return db.select({ n: count() }).from(people).where(found).prepare();
});

export type PeoplePage = { total: number; page: number; people: FoundPerson[] };

/** Whom a filter finds, by name, a page at a time; whether the one asking may see them is for the caller to say. */
export function findPeople(
  ctx: Pick<Context, "db">,
  { q, agencyId, role, standing, left }: PeopleFilter,
  page: { number: number; size: number },
): PeoplePage {
  const filter = {
    q: (q && folded(q.trim())) || null,
    agencyId: agencyId ?? null,
    role: role ?? null,
    standing: standing ?? null,
    left: left === "either" ? null : left === "left" ? 1 : 0,
  };
  const total = howMany(ctx.db).get(filter)?.n ?? 0;
  const last = Math.max(1, Math.ceil(total / page.size));
  const number = Number.isInteger(page.number) && page.number >= 1 && page.number <= last ? page.number : 1;
  const rows = onePage(ctx.db).all({ ...filter, limit: page.size, offset: (number - 1) * page.size });
  return {
    total,
    page: number,
    people: rows.map((row) => ({
      ...row,
      roles: (row.roles ?? "").split(",").filter(Boolean) as GrantedRole[],
    })),
  };
}

/** Everybody's accounts, for those who look after them. @throws Forbidden */
export function searchPeople(
  ctx: Pick<Context, "db" | "actor">,
  filter: PeopleFilter,
  page: { number: number; size: number },
): PeoplePage {
  if (!mayLookAfterPeople(ctx.actor)) throw new Forbidden("people");
  return findPeople(ctx, filter, page);
}
