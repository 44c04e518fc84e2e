// Who may read what somebody wrote in an evaluation, and who may read what is quoted of it.
import { type Actor, holds } from "~/domain/context";

/** Coordinators alone read words as they were written. */
export const mayReadWords = (actor: Actor) => holds(actor, "coordinator");

/** Those who read the impact report, and the service that makes it. */
export const mayReadQuotes = (actor: Actor) =>
  actor.kind === "system" || holds(actor, "coordinator", "sdg_member", "scrutineer");
