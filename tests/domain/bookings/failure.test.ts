// Whatever statement fails, nothing of the command remains: booking, cancelling and taking an offer are all or nothing.
import { afterEach, expect, test } from "vitest";
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
import { makeWorld, type World } from "../../support/world";
import { digestOf } from "../support-check/ledger";

type Execute = (this: { source: string }, ...given: unknown[]) => unknown;
const methods = ["run", "get", "all"] as const;
type Statements = Record<(typeof methods)[number], Execute>;

const diskFull = new Error("The disk is full.");
let undo = () => {};
afterEach(() => undo());

/** Does the work with the statement after the first `working` failing, if it gets that far. */
function failingAfter(
  world: World,
  working: number,
  work: () => unknown,
): { failed: boolean; result: unknown } {
  // Every statement of every database shares this prototype, BEGIN and COMMIT included.
  const statements: Statements = Object.getPrototypeOf(world.db.$client.prepare("select 1"));
  const genuine = { run: statements.run, get: statements.get, all: statements.all };
  undo = () => Object.assign(statements, genuine);
  let ran = 0;
  for (const method of methods) {
    statements[method] = function (...given) {
      // Taking back is not a step of the command.
      if (!/^rollback/i.test(this.source)) ran += 1;
      if (ran === working + 1) {
        ran += 1;
        throw diskFull;
      }
      return genuine[method].apply(this, given);
    };
  }
  try {
    return { failed: false, result: work() };
  } catch (problem) {
    if (problem === diskFull) return { failed: true, result: null };
    throw problem;
  } finally {
    undo();
  }
}

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
      return () => bookAndAnswer(dee.ctx, wish, [{ itemId: "item-recognise", value: 0 }]);
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
    const command = scene(busy);
    const before = digestOf(busy.world.db);
    let working = 0;
    for (;;) {
      const { failed, result } = failingAfter(busy.world, working, command);
      if (!failed) {
        expect(result).toMatchObject({ ok: true });
        break;
      }
      expect(digestOf(busy.world.db), `after ${working} statements`).toBe(before);
      expect(busy.world.db.$client.inTransaction).toBe(false);
      working += 1;
    }
    expect(working).toBeGreaterThanOrEqual(fewest);
    expect(digestOf(busy.world.db)).not.toBe(before);
  },
);
