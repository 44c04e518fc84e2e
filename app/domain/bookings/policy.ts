// Who may do what in the bookings room.
import { type Actor, holds } from "~/domain/context";

/** Their own booking, or any for a coordinator and the system. */
export const mayChangeBooking = (actor: Actor, booking: { personId: string }) =>
  actor.kind === "system" ||
  holds(actor, "coordinator") ||
  (actor.kind === "person" && actor.personId === booking.personId);
