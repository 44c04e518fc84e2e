// A full session with people who wait for it, and the letters that somebody has been sent.
import { ruledWorld } from "./ruled-world";

/** A full session with some who wait; each has a booking and a context to act in. */
export function queueOf(length: number, capacity = 1, ruled = ruledWorld()) {
  const { world } = ruled;
  const sessionId = ruled.session({ capacity });
  const all = Array.from({ length: capacity + length }, () => {
    world.clock.forward(1000);
    const personId = world.person();
    return { personId, ctx: world.as(personId), bookingId: world.book(sessionId, personId) };
  });
  const states = () => all.slice(capacity).map(({ bookingId }) => ruled.stateOf(bookingId));
  const [holder] = all;
  if (!holder) throw new Error("Somebody has a place.");
  return { ...ruled, sessionId, holder, queue: all.slice(capacity), states };
}

export const lettersTo = ({ world }: Pick<ReturnType<typeof ruledWorld>, "world">, personId: string) =>
  world.db
    .select()
    .from(world.tables.outbox)
    .all()
    .filter(({ toPersonId }) => toPersonId === personId);
