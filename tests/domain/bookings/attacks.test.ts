// Ways in which people would have been charged wrongly, or places kept wrongly: each found by trying.
import { describe, expect, test } from "vitest";
import {
  acceptOffer,
  bookPlace,
  callOffSession,
  cancelBooking,
  changeSession,
  expireOffers,
  finishRegister,
  holdPlaces,
  markAttendance,
  moveBooking,
  readPlaces,
} from "~/domain/bookings/bookings.server";
import { agencyStatement, costOfCancelling } from "~/domain/charges/charges.server";
import { planOf, planOn } from "~/domain/sessions/plan";
import { readSession } from "~/domain/sessions/sessions.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";
import { ruledWorld } from "./ruled-world";

/** Somebody's place on a session in a fortnight; terms ask for three working days. */
function placed(rules = {}) {
  const ruled = ruledWorld({}, rules);
  const { world, coordinator } = ruled;
  const personId = world.person();
  const sessionId = ruled.session();
  const bookingId = world.book(sessionId, personId);
  /** Puts the session off, or earlier, by so many days. */
  const shift = (by: number) => {
    const session = readSession(coordinator, sessionId);
    const first = addDays(session.meetings[0]?.date ?? "", by);
    const changed = changeSession(coordinator, {
      sessionId,
      plan: planOn(planOf(session), first),
      postponed: true,
    });
    if (!changed.ok) throw new Error(changed.reason.why);
  };
  const charges = () =>
    world.db
      .select()
      .from(world.tables.charges)
      .all()
      .map(({ kind, pence, state }) => [kind, pence, state]);
  const lastChange = () => world.db.select().from(world.tables.bookingChanges).all().at(-1);
  return { ...ruled, self: world.as(personId), personId, sessionId, bookingId, shift, charges, lastChange };
}

describe("somebody whose session we change", () => {
  test("too late for them to cancel in time is not charged for cancelling, nor counted late", () => {
    const { world, self, bookingId, shift, charges, lastChange, lead } = placed();
    world.clock.forward(days(12));
    expect(costOfCancelling(self, bookingId).cost).toMatchObject({ pence: 5000 });
    shift(1);
    expect(costOfCancelling(self, bookingId)).toEqual({ lastFree: null, cost: null });
    cancelBooking(self, { bookingId });
    expect(charges()).toEqual([]);
    expect(lastChange()).toMatchObject({ notice: 2, late: false });
    const today = civilDateAt(world.clock.now());
    const statement = agencyStatement(lead, { agencyId: "police", from: today, to: today });
    expect(statement.lateCancellations).toBe(0);
  });

  test("to an earlier day that leaves no time is not charged for moving either", () => {
    const { world, self, bookingId, session, shift, charges } = placed();
    const other = session();
    world.clock.forward(days(8));
    shift(-4);
    expect(moveBooking(self, { bookingId, toSessionId: other }).ok).toBe(true);
    expect(charges()).toEqual([]);
  });

  test("in good time is charged for cancelling late like anyone", () => {
    const { world, self, bookingId, shift, charges } = placed();
    world.clock.forward(days(12));
    shift(21);
    world.clock.forward(days(22));
    cancelBooking(self, { bookingId });
    expect(charges()).toEqual([["late cancellation", 5000, "due"]]);
  });

  test("before they booked, or only its room or places, is charged like anyone", () => {
    const { world, coordinator, sessionId, self, bookingId, shift, charges } = placed();
    world.clock.forward(days(12));
    const plan = planOf(readSession(coordinator, sessionId));
    expect(changeSession(coordinator, { sessionId, plan: { ...plan, capacity: 9 } }).ok).toBe(true);
    cancelBooking(self, { bookingId });
    expect(charges()).toHaveLength(1);
    shift(1);
    world.clock.forward(1);
    const later = world.person();
    cancelBooking(world.as(later), { bookingId: world.book(sessionId, later) });
    expect(charges()).toHaveLength(2);
  });
});

test("what somebody owes for giving up a place late is taken back when the session does not take place", () => {
  const { world, self, coordinator, sessionId, bookingId, charges } = placed();
  world.clock.forward(days(12));
  cancelBooking(self, { bookingId });
  expect(charges()).toEqual([["late cancellation", 5000, "due"]]);
  callOffSession(coordinator, { sessionId, reason: "no trainer" });
  expect(charges()).toEqual([["late cancellation", 5000, "withdrawn"]]);
});

test("giving up the same place twice is charged once, and having it after all not at all", () => {
  const { world, self, personId, sessionId, bookingId, charges } = placed();
  world.clock.forward(days(12));
  cancelBooking(self, { bookingId });
  world.clock.forward(1);
  const again = world.book(sessionId, personId);
  expect(charges()).toEqual([["late cancellation", 5000, "withdrawn"]]);
  cancelBooking(self, { bookingId: again });
  expect(charges()).toEqual([
    ["late cancellation", 5000, "withdrawn"],
    ["late cancellation", 5000, "due"],
  ]);
  // By way of the queue too.
  const others = [world.person(), world.person()].map((one) => world.book(sessionId, one));
  const waits = world.book(sessionId, personId);
  cancelBooking(world.as(world.coordinator), { bookingId: others[0] ?? "", ourDoing: true });
  expect(charges().at(-1)?.at(-1)).toBe("due");
  expect(acceptOffer(self, waits).ok).toBe(true);
  expect(charges().at(-1)?.at(-1)).toBe("withdrawn");
});

test("nobody is asked to approve, or offered a place, until after a session that was brought forward", () => {
  const { world, coordinator, session, asked, stateOf } = ruledWorld();
  const sessionId = session({ capacity: 1 });
  const first = world.book(sessionId, world.person());
  const waits = world.book(sessionId, world.person());
  world.clock.forward(days(13));
  cancelBooking(coordinator, { bookingId: first });
  asked(sessionId);
  const plan = planOf(readSession(coordinator, sessionId));
  const closes = world.clock.now() + 1000;
  const sooner = plan.meetings.map((meeting) => ({ ...meeting, startTime: "09:00" }));
  const changed = changeSession(coordinator, {
    sessionId,
    plan: { ...plan, meetings: sooner, bookingClosesAt: closes },
  });
  expect(changed.ok).toBe(true);
  const { startsAt } = readSession(coordinator, sessionId);
  const { tables, db } = world;
  expect(db.select().from(tables.bookingApprovals).all()).toMatchObject([{ answerBy: startsAt }]);
  world.clock.set(closes);
  expect(expireOffers(world.asSystem)).toBe(1);
  expect(stateOf(waits)).toBe("expired");
});

test("a place that we take away late is not the agency's late cancellation", () => {
  const { world, coordinator, bookingId, lastChange } = placed();
  world.clock.forward(days(12));
  cancelBooking(coordinator, { bookingId, ourDoing: true });
  expect(lastChange()).toMatchObject({ toState: "cancelled", notice: null, late: null });
});

test("where each day is charged, a day put right to excused is no longer part of the charge", () => {
  const { world, session, coordinator, charges } = placed({ perDay: true });
  const day = (on: number) => ({ date: addDays(world.today, on), startTime: "09:30", endTime: "16:30" });
  const sessionId = session({ meetings: [day(20), day(21)] });
  const bookingId = world.book(sessionId, world.person());
  world.clock.forward(days(22));
  const mark = (meetingId: string, as: "absent" | "excused") =>
    markAttendance(coordinator, { meetingId, marks: new Map([[bookingId, as]]) });
  const meetingIds = readSession(coordinator, sessionId).meetings.map(({ id }) => id);
  for (const id of meetingIds) {
    mark(id, "absent");
    finishRegister(coordinator, id);
  }
  const [whole] = charges();
  world.clock.forward(1);
  mark(meetingIds[0] ?? "", "excused");
  expect(charges()).toEqual([["did not attend", Number(whole?.[1]) / 2, "due"]]);
  const letters = world.db.select().from(world.tables.outbox).all();
  expect(letters.map(({ kind }) => kind).filter((kind) => kind.startsWith("charge"))).toEqual([
    "charge made",
    "charge answered",
    "charge made",
  ]);
});

test("places are kept until as long before a session that is put off as before", () => {
  const { world, reserved, sessionId, shift } = placed();
  const release = instantOf(addDays(world.today, 6), "00:00") - 1;
  reserved(sessionId, 1, release);
  shift(60);
  const held = () => world.db.select().from(world.tables.heldPlaces).all()[0]?.releasesAt;
  expect(held()).toBe(instantOf(addDays(world.today, 66), "00:00") - 1);
  // Never longer than to its start.
  shift(-59);
  expect(held()).toBe(instantOf(addDays(world.today, 7), "00:00") - 1);
});

test("each booking uses up one place of an agency's quotas, however many it has", () => {
  const { world, coordinator, session } = placed();
  const sessionId = session({ capacity: 10 });
  const quota = { sessionId, kind: "quota", agencyId: "police", mode: "in person" } as const;
  const releasesAt = world.clock.now() + days(5);
  for (const places of [2, 3])
    expect(holdPlaces(coordinator, { ...quota, places, releasesAt }).ok).toBe(true);
  const left = [readPlaces(coordinator, sessionId).kept];
  for (let booked = 0; booked < 6; booked += 1) {
    world.book(sessionId, world.person());
    left.push(readPlaces(coordinator, sessionId).kept);
  }
  expect(left).toEqual([5, 4, 3, 2, 1, 0, 0]);
});

test("nobody is their own line manager by another name for their own mailbox", () => {
  const { world, session, asks } = ruledWorld();
  asks({ approval: "line manager" });
  const [sessionId, personId] = [session(), world.person()];
  const wish = { sessionId, personId, ifFull: "wait" } as const;
  for (const lineManagerEmail of [`${personId}@police.example.org`, `${personId}+boss@Police.example.org`])
    expect(bookPlace(world.as(personId), { ...wish, lineManagerEmail })).toEqual({
      ok: false,
      reason: "no line manager",
    });
  const lineManagerEmail = "boss+training@police.example.org";
  expect(bookPlace(world.as(personId), { ...wish, lineManagerEmail }).ok).toBe(true);
});

test("a private mailbox decides nothing: a line manager's address is one of an agency, or of a confirmed account", () => {
  const { world, session, asks } = ruledWorld();
  asks({ approval: "line manager" });
  const [sessionId, personId] = [session(), world.person()];
  const wish = { sessionId, personId, ifFull: "wait" } as const;
  const book = (lineManagerEmail: string) => bookPlace(world.as(personId), { ...wish, lineManagerEmail });
  expect(book("me.again@post.example")).toEqual({ ok: false, reason: "no line manager" });
  expect(book("boss@notpolice.example.org")).toEqual({ ok: false, reason: "no line manager" });
  expect(book("Boss@Police.example.org").ok).toBe(true);
});
