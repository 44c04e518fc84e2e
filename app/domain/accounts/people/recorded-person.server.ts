// A person as a list of people would give them, found by their address.
import { prepared } from "db/client";
import { agencies, people, roleGroups } from "db/schema";
import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import type { RecordedPerson } from "./imported-people";

const successor = alias(people, "successor");
const recordedPerson = prepared((db) =>
  db
    .select({
      name: people.name,
      agency: agencies.name,
      roleGroup: roleGroups.name,
      team: people.team,
      jobTitle: people.jobTitle,
      lineManagerEmail: people.lineManagerEmail,
      disabledAt: people.disabledAt,
      mergedInto: successor.email,
    })
    .from(people)
    .innerJoin(agencies, eq(agencies.id, people.agencyId))
    .leftJoin(roleGroups, eq(roleGroups.id, people.roleGroupId))
    .leftJoin(successor, eq(successor.id, people.mergedIntoId))
    .where(eq(sql`lower(${people.email})`, sql.placeholder("email")))
    .prepare(),
);

/** @param email in small letters */
export function recordedPersonAt(ctx: Pick<Context, "db">, email: string): RecordedPerson | undefined {
  const row = recordedPerson(ctx.db).get({ email });
  if (!row) return undefined;
  const { disabledAt, ...details } = row;
  return { ...details, leftOn: disabledAt === null ? null : civilDateAt(disabledAt) };
}
