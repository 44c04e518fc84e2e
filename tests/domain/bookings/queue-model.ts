// A second opinion on places and queues, written from the words of the rules alone: what should become of every
// booking, command by command. The property runs it beside the real commands and compares.
import fc from "fast-check";
import type { AttendanceMark, BookingState } from "~/domain/bookings/bookings";
import { hours } from "~/shared/clock";

export type Deed =
  | { deed: "book"; person: number; session: number; ifFull: "wait" | "refuse" }
  | { deed: "cancel" | "accept" | "decline"; person: number; session: number }
  | { deed: "wait"; session: number; until: Moment; by: number }
  | { deed: "enlarge"; session: number }
  | { deed: "job" }
  | { deed: "register"; session: number; marks: AttendanceMark[] };

/** What the clock is moved to, never back: `by` is milliseconds more or less. */
export type Moment =
  | "a while"
  | "an offer ends"
  | "booking closes"
  | "the register opens"
  | "the session starts";

export type Plan = {
  people: number;
  sessions: { capacity: number; closesHoursBefore: number }[];
  deeds: Deed[];
};

const who = { person: fc.nat(6), session: fc.nat(1) };
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      deed: fc.constant("book"),
      ...who,
      ifFull: fc.constantFrom("wait", "wait", "refuse"),
    }),
  },
  { weight: 3, arbitrary: fc.record({ deed: fc.constant("cancel"), ...who }) },
  { weight: 3, arbitrary: fc.record({ deed: fc.constantFrom("accept", "decline"), ...who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      deed: fc.constant("wait"),
      session: fc.nat(1),
      until: fc.constantFrom<Moment[]>(
        "a while",
        "a while",
        "an offer ends",
        "booking closes",
        "the register opens",
        "the session starts",
      ),
      by: fc.constantFrom(-hours(5), -30_000, -1, 0, 0, 30_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("enlarge"), session: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant("job") }) },
  {
    weight: 1,
    arbitrary: fc.record({
      deed: fc.constant("register"),
      session: fc.nat(1),
      marks: fc.array(fc.constantFrom("present", "late", "left early", "absent", "excused"), {
        minLength: 7,
        maxLength: 7,
      }),
    }),
  },
);

const everyone = [0, 1, 2, 3, 4, 5, 6];

export const plans: fc.Arbitrary<Plan> = fc
  .record({
    people: fc.integer({ min: 3, max: 7 }),
    sessions: fc.array(
      fc.record({
        capacity: fc.constantFrom(1, 1, 2, 2, 3, 4),
        closesHoursBefore: fc.constantFrom(0, 12, 30),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    // Most plans begin with a rush, so that something is full and someone waits.
    rush: fc.oneof(
      { weight: 3, arbitrary: fc.shuffledSubarray(everyone, { minLength: 4 }) },
      { weight: 1, arbitrary: fc.constant<number[]>([]) },
    ),
    // Left to itself fast-check prefers short lists, in which nothing gets full.
    deeds: fc.array(deed, { minLength: 5, maxLength: 25, size: "max" }),
  })
  .map(({ rush, deeds, ...plan }) => ({
    ...plan,
    deeds: [
      ...rush.map((person) => ({ deed: "book", person, session: 0, ifFull: "wait" }) as const),
      ...deeds,
    ],
  }));

type Place = { person: number; state: BookingState; offerEndsAt: number | null };
type Queue = { capacity: number; closesAt: number; startsAt: number; delivered: boolean; places: Place[] };

const holding: BookingState[] = ["confirmed", "offered", "attended", "partly attended", "did not attend"];
const over: BookingState[] = ["cancelled", "declined", "expired"];
const outcomeOf: Record<AttendanceMark, BookingState> = {
  present: "attended",
  late: "attended",
  "left early": "partly attended",
  absent: "did not attend",
  excused: "did not attend",
};

/** The model: sessions with their bookings in the order they were made. Each deed answers "done" or why not. */
export function queueModel(sessions: Omit<Queue, "delivered" | "places">[]) {
  const queues: Queue[] = sessions.map((session) => ({ ...session, delivered: false, places: [] }));

  const offer = (queue: Queue, now: number) => {
    for (const place of queue.places) {
      const free = queue.capacity - queue.places.filter(({ state }) => holding.includes(state)).length;
      if (place.state !== "waiting" || free <= 0 || now >= queue.closesAt || queue.delivered) continue;
      place.state = "offered";
      place.offerEndsAt = Math.min(now + hours(24), queue.closesAt);
    }
  };
  const end = (queue: Queue, place: Place, state: BookingState, now: number) => {
    place.state = state;
    place.offerEndsAt = null;
    offer(queue, now);
    return "done";
  };

  return {
    queues,
    book(queue: Queue, person: number, ifFull: "wait" | "refuse", now: number) {
      if (queue.places.some((place) => place.person === person && !over.includes(place.state)))
        return "already booked";
      if (queue.delivered) return "not open";
      if (now >= queue.closesAt) return "booking closed";
      const waiting = queue.places.filter(({ state }) => state === "waiting").length;
      const taken = queue.places.filter(({ state }) => holding.includes(state)).length;
      const free = taken + waiting < queue.capacity;
      if (!free && ifFull === "refuse") return "full";
      queue.places.push({ person, state: free ? "confirmed" : "waiting", offerEndsAt: null });
      return "done";
    },
    cancel(queue: Queue, place: Place, now: number) {
      if (place.state === "cancelled") return "done";
      if (!["confirmed", "waiting", "offered"].includes(place.state)) return "not live";
      return now >= queue.startsAt ? "already started" : end(queue, place, "cancelled", now);
    },
    accept(queue: Queue, place: Place, now: number) {
      if (place.state === "confirmed") return "done";
      if (place.state !== "offered" || place.offerEndsAt === null) return "no offer";
      if (now >= place.offerEndsAt || queue.delivered) return "offer over";
      Object.assign(place, { state: "confirmed", offerEndsAt: null });
      return "done";
    },
    decline(queue: Queue, place: Place, now: number) {
      if (place.state === "declined") return "done";
      return place.state === "offered" ? end(queue, place, "declined", now) : "no offer";
    },
    job(now: number) {
      for (const queue of queues) {
        // Those whose time is up go together; a place that is passed on now has its whole time before it.
        const due = queue.places.filter((place) => place.offerEndsAt !== null && place.offerEndsAt <= now);
        for (const place of due) end(queue, place, "expired", now);
        const hoping = queue.places.filter(({ state }) => state === "waiting");
        if (now >= queue.closesAt) for (const place of hoping) place.state = "expired";
        offer(queue, now);
      }
    },
    register(queue: Queue, marks: AttendanceMark[], now: number) {
      if (now < queue.startsAt - hours(1)) return "not open yet";
      for (const place of queue.places) {
        if (holding.includes(place.state) && place.state !== "offered") {
          place.state = outcomeOf[marks[place.person] ?? "absent"];
        }
      }
      queue.delivered = true;
      return "done";
    },
  };
}
