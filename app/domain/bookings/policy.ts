// Who may do what in the bookings room.
import { type Actor, holds } from "~/domain/context";
import type { ActedAs } from "./bookings";

/** Their own bookings, and any for coordinators and the system; what an agency's lead may is asked besides. */
export function capacityIn(actor: Actor, whose: { personId: string }): ActedAs | null {
  if (actor.kind === "system") return "system";
  if (actor.kind === "stranger") return null;
  if (actor.personId === whose.personId) return "self";
  return holds(actor, "coordinator") ? "coordinator" : null;
}

/** Coordinators run the queue, look at what people claim, and hold places. */
export const mayRunQueue = (actor: Actor): boolean => actor.kind === "system" || holds(actor, "coordinator");
