// Who may do what in the needs room.
import { type Actor, holds } from "~/domain/context";

/** What someone needs is theirs to see; the system may look to remind them. */
export const maySeeNeedsOf = (actor: Actor, personId: string) =>
  actor.kind === "system" || (actor.kind === "person" && actor.personId === personId);

/** Only the person themselves can say how they stand. */
export const mayAssess = (actor: Actor, personId: string) =>
  actor.kind === "person" && actor.personId === personId;

/** The partnership's analysis is for those who plan the programme. */
export const mayAnalyse = (actor: Actor) =>
  actor.kind === "system" || holds(actor, "coordinator", "sdg_member");
