// A world in which the one place of a session can be given up, with people who wait for it.
import { cancelBooking, readBooking } from "~/domain/bookings/bookings.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { minutes } from "~/shared/clock";
import { makeWorld } from "../../support/world";

/** One place, given up by its holder: the first of `length` people in the queue is offered it. */
export function offeredWorld(length = 2, closesBefore = 0) {
  const world = makeWorld();
  const closesAt = instantOf(addDays(world.today, 14), "09:30") - closesBefore;
  const sessionId = world.session({ capacity: 1, bookingClosesAt: closesAt });
  const holder = world.person();
  const held = world.book(sessionId, holder);
  const queue = Array.from({ length }, () => {
    world.clock.forward(minutes(1));
    const personId = world.person();
    return { personId, bookingId: world.book(sessionId, personId), ctx: world.as(personId) };
  });
  const [first = { personId: "", bookingId: "", ctx: world.stranger }] = queue;
  const giveUp = () => cancelBooking(world.as(holder), { bookingId: held });
  const states = () => queue.map(({ bookingId }) => readBooking(world.asSystem, bookingId).state);
  return { ...world, world, sessionId, closesAt, queue, first, giveUp, states };
}
