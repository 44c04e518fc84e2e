// Controls for the property of the queue: with one rule broken at a time it fails, so passing means something.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { days, hours, minutes } from "~/shared/clock";
import { makeWorld } from "../../support/world";
import { plans } from "./queue-model";
import { carryOut } from "./queue-property";

type Rules = typeof import("~/domain/bookings/rules");
type Queueing = typeof import("~/domain/bookings/waiting/allocation");
type Places = typeof import("~/domain/bookings/places.server");
type Changes = typeof import("~/domain/bookings/change-state.server");
type Broken = Partial<
  Pick<Rules, "decideBooking" | "bookingWindow" | "attendanceFrom"> &
    Pick<Queueing, "allocate"> &
    Pick<Places, "readPlaces"> &
    Pick<Changes, "changeState">
>;
const broken = vi.hoisted(() => ({ rules: {} as Broken }));

vi.mock("~/domain/bookings/rules", async (original) => {
  const rules = await original<Rules>();
  return {
    ...rules,
    decideBooking: (...given: Parameters<Rules["decideBooking"]>) =>
      (broken.rules.decideBooking ?? rules.decideBooking)(...given),
    bookingWindow: (...given: Parameters<Rules["bookingWindow"]>) =>
      (broken.rules.bookingWindow ?? rules.bookingWindow)(...given),
    attendanceFrom: (...given: Parameters<Rules["attendanceFrom"]>) =>
      (broken.rules.attendanceFrom ?? rules.attendanceFrom)(...given),
  };
});
vi.mock("~/domain/bookings/waiting/allocation", async (original) => {
  const { allocate } = await original<Queueing>();
  return {
    allocate: (...given: Parameters<Queueing["allocate"]>) => (broken.rules.allocate ?? allocate)(...given),
  };
});
vi.mock("~/domain/bookings/places.server", async (original) => {
  const places = await original<Places>();
  return {
    ...places,
    readPlaces: (...given: Parameters<Places["readPlaces"]>) =>
      (broken.rules.readPlaces ?? places.readPlaces)(...given),
  };
});
vi.mock("~/domain/bookings/change-state.server", async (original) => {
  const changes = await original<Changes>();
  return {
    ...changes,
    changeState: (...given: Parameters<Changes["changeState"]>) =>
      (broken.rules.changeState ?? changes.changeState)(...given),
  };
});

const { decideBooking, attendanceFrom } = await vi.importActual<Rules>("~/domain/bookings/rules");
const { allocate } = await vi.importActual<Queueing>("~/domain/bookings/waiting/allocation");
const { readPlaces } = await vi.importActual<Places>("~/domain/bookings/places.server");
const { changeState } = await vi.importActual<Changes>("~/domain/bookings/change-state.server");

beforeEach(() => {
  broken.rules = {};
});

/** Whether the property finds something wrong within some thousands of plans; half of them need fewer than twenty. */
function findsFault(): boolean {
  const world = makeWorld();
  const check = fc.check(
    fc.property(plans, (plan) => carryOut(world, plan)),
    { numRuns: 3000, endOnFailure: true },
  );
  return check.failed;
}

test("with the rules as they are it finds nothing, so what it finds below is the broken rule", () => {
  const world = makeWorld();
  fc.assert(
    fc.property(plans, (plan) => carryOut(world, plan)),
    { numRuns: 25 },
  );
});

test.each<[string, Broken]>([
  [
    "a newcomer may take a freed place while someone waits",
    {
      allocate: (queue) => ({
        ...allocate(queue),
        placesFor: (_, mode) => Math.max(0, queue.free[mode]),
      }),
    },
  ],
  [
    "one more place is sold than there is",
    {
      readPlaces: (...given) => {
        const places = readPlaces(...given);
        return { ...places, free: { ...places.free, "in person": places.free["in person"] + 1 } };
      },
    },
  ],
  [
    "booking stays open a minute too long",
    { decideBooking: (session, wish) => decideBooking(session, { ...wish, now: wish.now - minutes(1) }) },
  ],
  ["places are offered after booking has closed", { bookingWindow: () => "open" }],
  [
    "an offer outlasts the closing of booking",
    {
      changeState: (ctx, booking, to, more) =>
        changeState(ctx, booking, to, {
          ...more,
          ...(to === "offered" && { offerEndsAt: ctx.clock.now() + hours(24) }),
        }),
    },
  ],
  [
    "an offer lasts for a day too long",
    {
      changeState: (ctx, booking, to, more) =>
        changeState(ctx, booking, to, {
          ...more,
          ...(more?.offerEndsAt && { offerEndsAt: more.offerEndsAt + days(1) }),
        }),
    },
  ],
  ["a freed place is not offered on", { allocate: (queue) => ({ ...allocate(queue), offers: [] }) }],
  [
    "whoever came last is offered a place first",
    {
      allocate: (queue) => {
        const places = Math.max(0, queue.free["in person"]);
        const turns = [...allocate(queue).order].reverse().slice(0, places);
        return { ...allocate(queue), offers: turns };
      },
    },
  ],
  [
    "leaving early counts as coming in full",
    {
      attendanceFrom: (marks) => attendanceFrom(marks.map((mark) => (mark === "left early" ? "late" : mark))),
    },
  ],
])("control: it is found out when %s", (_, rules) => {
  broken.rules = rules;
  expect(findsFault()).toBe(true);
});
