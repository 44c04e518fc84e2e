// Who may do what in the terms room.
import { type Actor, holds } from "~/domain/context";

/** Coordinators keep the terms; the system loads the first ones. */
export const maySetTerms = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");
