// Someone is entered by those who run the service: they told their agency, not us, so nothing is sent to them. They have
// no password and sign in with a link, and their agency is sure of them unless it is said that it has yet to be asked.
import { prepared } from "db/client";
import { people } from "db/schema";
import { sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { aboutPerson } from "./read-account.server";

const placeholders = {
  id: sql.placeholder("id"),
  email: sql.placeholder("email"),
  name: sql.placeholder("name"),
  agencyId: sql.placeholder("agencyId"),
  agencyStanding: sql.placeholder("agencyStanding"),
  roleGroupId: sql.placeholder("roleGroupId"),
  jobTitle: sql.placeholder("jobTitle"),
  team: sql.placeholder("team"),
  lineManagerEmail: sql.placeholder("lineManagerEmail"),
  createdAt: sql.placeholder("createdAt"),
  disabledAt: sql.placeholder("disabledAt"),
};
// Kept ready: a list holds thousands.
const insertPerson = prepared((db) => db.insert(people).values(placeholders).prepare());

/** Adds a person inside the caller's transaction, and audits it. @returns their id */
export function addPerson(
  ctx: Context,
  person: {
    email: string;
    name: string;
    agencyId: string;
    roleGroupId: string | null;
    jobTitle: string | null;
    team: string | null;
    lineManagerEmail: string | null;
    agencyStanding?: "confirmed" | "awaiting";
    /** When they left, for someone who has. */
    disabledAt: number | null;
  },
): string {
  const id = ctx.ids.id();
  const { agencyId, roleGroupId, disabledAt, agencyStanding = "confirmed" } = person;
  insertPerson(ctx.db).run({ ...person, agencyStanding, id, createdAt: ctx.clock.now() });
  recordAudit(ctx, {
    action: "accounts.added",
    ...aboutPerson(id),
    detail: { agencyId, roleGroupId, ...(disabledAt !== null && { left: true }) },
  });
  return id;
}
