// Who may do what in the trainers room.
import { type Actor, holds } from "~/domain/context";

/** Coordinators keep the pool; the system sets it up. */
export const mayKeepPool = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");
