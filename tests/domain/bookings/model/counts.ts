// Places counted in plain words, a second time: who holds one, what is reserved and kept, and what is free.
import type { PlaceMode } from "~/domain/bookings/bookings";
import type { Seen, SeenBooking, SeenHold, SeenSession } from "./seen";

const withPlace = ["confirmed", "offered", "attended", "partly attended", "did not attend"];
const asked = ["requested", "awaiting approval"];
export const over = ["cancelled", "declined", "expired", "moved"];
export const modes: PlaceMode[] = ["in person", "online"];

/** Whether a booking holds one of the session's places. */
export const holds = ({ state, queuedAt, walkIn }: Pick<SeenBooking, "state" | "queuedAt" | "walkIn">) =>
  !walkIn && (withPlace.includes(state) || (asked.includes(state) && queuedAt === null));

export const waits = ({ state, able }: SeenBooking) => state === "waiting" && Boolean(able);

const unnamed = (seen: Seen, hold: SeenHold) =>
  Math.max(0, hold.places - seen.bookings.filter((one) => one.heldPlacesId === hold.id && holds(one)).length);

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

/** Of one session and mode: capacity, live and reserved places, what quotas keep by agency, and what nobody holds. */
export function countPlaces(seen: Seen, session: SeenSession, mode: PlaceMode) {
  const own = seen.bookings.filter((one) => one.sessionId === session.id && one.mode === mode);
  const holdsHere = seen.holds.filter((one) => one.sessionId === session.id && one.mode === mode);
  const reservedOf = (agencyId?: string) =>
    sum(
      holdsHere
        .filter((one) => one.kind === "reserved" && (agencyId === undefined || one.agencyId === agencyId))
        .map((one) => unnamed(seen, one)),
    );
  const taken = own.filter(holds).length + reservedOf();
  const capacity = mode === "online" ? session.online : session.room;
  const kept = new Map<string, number>();
  for (const quota of holdsHere.filter(({ kind }) => kind === "quota")) {
    const used = own.filter((one) => one.agencyId === quota.agencyId && holds(one)).length;
    const left = Math.max(0, quota.places - used - reservedOf(quota.agencyId));
    kept.set(quota.agencyId, (kept.get(quota.agencyId) ?? 0) + left);
  }
  const keptFor = (agencyId: string) => kept.get(agencyId) ?? 0;
  const keptInAll = sum([...kept.values()]);
  return { capacity, taken, free: capacity - taken, keptFor, keptInAll, waiting: own.filter(waits) };
}
