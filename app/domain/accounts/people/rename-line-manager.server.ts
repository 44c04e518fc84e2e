// Colleagues who name an address as their line manager's name another from now on, or none; each is audited.
import { people } from "db/schema";
import { and, asc, inArray, notInArray, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { aboutPerson } from "./read-account.server";

/** Inside the caller's transaction. @param named.except accounts that the caller itself puts right */
export function renameLineManager(
  ctx: Context,
  named: { from: readonly string[]; to: string | null; except: readonly string[] },
): void {
  const old = named.from.map((email) => email.toLowerCase());
  const colleagues = ctx.db
    .select({ id: people.id })
    .from(people)
    .where(
      and(inArray(sql`lower(${people.lineManagerEmail})`, old), notInArray(people.id, [...named.except])),
    )
    .orderBy(asc(people.id))
    .all();
  const ids = colleagues.map(({ id }) => id);
  ctx.db.update(people).set({ lineManagerEmail: named.to }).where(inArray(people.id, ids)).run();
  const detail = { fields: ["lineManagerEmail"] };
  for (const id of ids) recordAudit(ctx, { action: "accounts.details changed", ...aboutPerson(id), detail });
}
