// Who may do what with people's data: pure decisions about an actor.
import { type Actor, holds } from "~/domain/context";

/** Everyone may have what is held on themselves; a coordinator or administrator answers a request for someone else. */
export const mayExport = (actor: Actor, personId: string): boolean =>
  actor.kind === "system" ||
  (actor.kind === "person" && actor.personId === personId) ||
  holds(actor, "coordinator", "admin");

export const mayAnswerComplaints = (actor: Actor): boolean =>
  actor.kind === "system" || holds(actor, "coordinator", "admin");
