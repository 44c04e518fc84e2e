// Whether somebody may still have a place that was asked for or offered some time ago.
import { prepared } from "db/client";
import { people } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";

export type NoLongerAble = "agency not confirmed" | "account closed";

const standing = prepared((db) =>
  db
    .select({ agencyStanding: people.agencyStanding, disabledAt: people.disabledAt })
    .from(people)
    .where(eq(people.id, sql.placeholder("personId")))
    .prepare(),
);

/** What has changed since, so that the person may not come; nobody can take the place for them either. */
export function noLongerAble(ctx: Pick<Context, "db">, personId: string): NoLongerAble | null {
  const person = standing(ctx.db).get({ personId });
  if (!person) throw new NotFound("person");
  if (person.disabledAt !== null) return "account closed";
  return person.agencyStanding === "confirmed" ? null : "agency not confirmed";
}
