// Who may do what with accounts: pure decisions about an actor.
import type { GrantedRole } from "db/schema";
import { type Actor, holds } from "~/domain/context";

/** Agencies, boards, settings, and whatever touches how somebody signs in. */
export const mayAdminister = (actor: Actor): boolean => actor.kind === "system" || holds(actor, "admin");

/** See people, settle their agency, and close the accounts of those who left. */
export const mayLookAfterPeople = (actor: Actor): boolean =>
  mayAdminister(actor) || holds(actor, "coordinator");

/** What someone needs to take part is for those who arrange the day, and for nobody who only administers. */
export const maySeeAccessNeeds = (actor: Actor): boolean => holds(actor, "coordinator");

export const mayGiveRole = (actor: Actor, role: GrantedRole): boolean =>
  mayAdminister(actor) || (role === "trainer" && holds(actor, "coordinator"));

/** Coordinators close the accounts of leavers, but nobody shuts an administrator out save another one. */
export const mayCloseAccount = (actor: Actor, theirRoles: ReadonlySet<GrantedRole>): boolean =>
  mayAdminister(actor) || (holds(actor, "coordinator") && !theirRoles.has("admin"));
