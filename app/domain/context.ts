// What every command and query is given: who is asking, from where, and the only clock, ids and database there are.
import type { Db } from "db/client";
import type { Clock } from "~/shared/clock";
import type { Ids } from "~/shared/ids";

export const roles = ["agency_lead", "trainer", "coordinator", "sdg_member", "scrutineer", "admin"] as const;
type GrantedRole = (typeof roles)[number];

/** Everyone signed in is a practitioner; these are held besides. A line manager is who a colleague names as theirs. */
export type Role = GrantedRole | "line_manager";

export type Actor =
  | { kind: "person"; personId: string; agencyId: string; roles: ReadonlySet<Role> }
  | { kind: "system" }
  | { kind: "stranger" };

export type Context = {
  db: Db;
  clock: Clock;
  ids: Ids;
  actor: Actor;
  /** The page or command it came from, for the audit trail: "/sessions/:id/book". */
  screen: string;
};

export const system: Actor = { kind: "system" };
export const stranger: Actor = { kind: "stranger" };

/** The person asking, or null for the system and strangers. */
export const actorPersonId = (actor: Actor) => (actor.kind === "person" ? actor.personId : null);

export const holds = (actor: Actor, ...wanted: Role[]) =>
  actor.kind === "person" && wanted.some((role) => actor.roles.has(role));
