// Who may do what with question sets and with what is asked about a course.
import { type Actor, holds } from "~/domain/context";

/** Coordinators keep the sets; the system loads the first ones. */
export const mayKeepSets = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");
