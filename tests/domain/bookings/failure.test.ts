// Whatever statement fails, nothing of the command remains: booking, cancelling and taking an offer are all or nothing.
import { expect, test } from "vitest";
import {
  acceptOffer,
  bookPlace,
  cancelBooking,
  declineOffer,
  expireOffers,
  finishRegister,
  markAttendance,
} from "~/domain/bookings/bookings.server";
import { bookAndAnswer } from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { days } from "~/shared/clock";
import { given, makeWorld } from "../../support/world";
import { leavesSomethingBehind } from "./failing";

/** Of two places one is held by Bob and one is offered to Ann; Cid waits; Dee is new. */
function busyWorld() {
  const world = makeWorld();
  const sessionId = world.session({ capacity: 2 });
  const book = (name: string) => {
    world.clock.forward(1);
    const personId = world.person({ name });
    return { bookingId: world.book(sessionId, personId), ctx: world.as(personId) };
  };
  const [first, bob, ann] = [book("First"), book("Bob"), book("Ann")];
  book("Cid");
  cancelBooking(first.ctx, { bookingId: first.bookingId });
  const personId = world.person({ name: "Dee" });
  const dee = { ctx: world.as(personId), wish: { sessionId, personId, ifFull: "wait" as const } };
  return { world, sessionId, bob, ann, dee };
}

/** Each sets the scene and gives the command, with the fewest statements it can need. */
const commands: [string, number, (busy: ReturnType<typeof busyWorld>) => () => unknown][] = [
  [
    "booking a place",
    8,
    ({ world, dee }) => {
      const sessionId = world.session();
      return () => bookPlace(dee.ctx, { ...dee.wish, sessionId });
    },
  ],
  [
    "joining the waiting list",
    8,
    ({ dee }) =>
      () =>
        bookPlace(dee.ctx, dee.wish),
  ],
  [
    "booking with answers and access needs",
    16,
    ({ world, dee }) => {
      const sessionId = world.session();
      const wish = { ...dee.wish, sessionId, accessNeeds: "A hearing loop" };
      return () => bookAndAnswer(dee.ctx, wish, given({ recognise: 0 }));
    },
  ],
  [
    "cancelling, with the place passed on",
    16,
    ({ bob }) =>
      () =>
        cancelBooking(bob.ctx, bob),
  ],
  [
    "taking an offer",
    8,
    ({ ann }) =>
      () =>
        acceptOffer(ann.ctx, ann.bookingId),
  ],
  [
    "turning an offer down, with the place passed on",
    14,
    ({ ann }) =>
      () =>
        declineOffer(ann.ctx, ann.bookingId),
  ],
  [
    "the job that ends an offer",
    16,
    ({ world }) => {
      world.clock.forward(days(2));
      return () => ({ ok: expireOffers(world.asSystem) === 1 });
    },
  ],
  [
    "finishing the last register",
    16,
    ({ world, sessionId, bob }) => {
      const [meeting] = meetingsOf(world, sessionId);
      const meetingId = meeting?.id ?? "";
      world.clock.set(meeting?.startsAt ?? 0);
      markAttendance(world.asSystem, { meetingId, marks: new Map([[bob.bookingId, "present"]]) });
      return () => finishRegister(world.asSystem, meetingId);
    },
  ],
];

test.each(commands)(
  "%s leaves the database untouched whichever statement fails, and works once none does",
  (_, fewest, scene) => {
    const busy = busyWorld();
    expect(leavesSomethingBehind(busy.world, scene(busy), fewest)).toBeNull();
  },
);

test("control: without the transaction a command that fails leaves half of it behind", () => {
  const { world, bob } = busyWorld();
  const { $client } = world.db;
  // A database that says it is already in a transaction makes `transact` join one that is not there.
  world.db.$client = Object.create($client, { inTransaction: { get: () => true } });
  expect(leavesSomethingBehind(world, () => cancelBooking(bob.ctx, bob), 0)).toBeGreaterThan(0);
  world.db.$client = $client;
});
