// Who may do what in the certificates room.
import { type Actor, holds } from "~/domain/context";

export const isOwn = (actor: Actor, personId: string) =>
  actor.kind === "person" && actor.personId === personId;

/** Coordinators look at learning done elsewhere. */
export const mayReview = (actor: Actor) => holds(actor, "coordinator");

/** Those who end or move records of somebody: the service by its own rules, and administrators. */
export const mayMoveRecords = (actor: Actor) => actor.kind === "system" || holds(actor, "admin");
