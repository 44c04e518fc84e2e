// Who may do what in the catalogue room.
import { type Actor, holds } from "~/domain/context";

/** Coordinators look after the offer; the system sets it up. */
export const mayRunCatalogue = (actor: Actor) => actor.kind === "system" || holds(actor, "coordinator");
