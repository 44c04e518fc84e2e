// The property: whatever people do in whatever order, the real bookings agree with the model and keep every promise.
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { expect } from "vitest";
import type { BookingState } from "~/domain/bookings/bookings";
import {
  acceptOffer,
  bookPlace,
  cancelBooking,
  declineOffer,
  endWaiting,
  expireOffers,
  finishRegister,
  markAttendance,
  runQueues,
} from "~/domain/bookings/bookings.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { days, hours } from "~/shared/clock";
import { testNow, type World } from "../../support/world";
import { type Deed, type Plan, queueModel } from "./queue-model";

const messageOf: Partial<Record<BookingState, string>> = {
  confirmed: "booking confirmed",
  waiting: "booking waiting",
  offered: "booking offered",
  cancelled: "booking cancelled",
};
const came: BookingState[] = ["attended", "partly attended"];
const ended: BookingState[] = ["cancelled", "declined", "expired"];

/** Carries a plan out in sessions of its own and compares after every deed. @throws when anything disagrees */
export function carryOut(world: World, plan: Plan): void {
  world.clock.set(testNow);
  const firstId = world.ids.id();
  const date = addDays(world.today, 2);
  const startsAt = instantOf(date, "09:30");
  const facts = plan.sessions.map(({ capacity, closesHoursBefore }) => {
    return { capacity, startsAt, closesAt: startsAt - hours(closesHoursBefore) };
  });
  const sessionIds = facts.map(({ capacity, closesAt }) =>
    world.session({
      capacity,
      bookingClosesAt: closesAt,
      meetings: [{ date, startTime: "09:30", endTime: "16:30" }],
    }),
  );
  const people = Array.from({ length: plan.people }, () => {
    const personId = world.person();
    return { personId, ctx: world.as(personId) };
  });
  const model = queueModel(facts);
  const rowsOf = () =>
    world.db
      .select()
      .from(world.tables.bookings)
      .where(inArray(world.tables.bookings.sessionId, sessionIds))
      .orderBy(asc(world.tables.bookings.id))
      .all();

  const act = (deed: Deed): void => {
    const now = world.clock.now();
    if (deed.deed === "job") {
      model.job(now);
      expireOffers(world.asSystem);
      endWaiting(world.asSystem);
      runQueues(world.asSystem);
      return;
    }
    const session = deed.session % sessionIds.length;
    const sessionId = sessionIds[session] ?? "";
    const queue = model.queues[session];
    if (!queue) throw new Error("The model has every session.");
    if (deed.deed === "wait") {
      const moments = {
        "a while": now + hours(6),
        "an offer ends": Math.min(...queue.places.map((place) => place.offerEndsAt ?? Infinity)),
        "booking closes": queue.closesAt,
        "the register opens": queue.startsAt - hours(1),
        "the session starts": queue.startsAt,
      };
      const moment = moments[deed.until] + deed.by;
      if (Number.isFinite(moment)) world.clock.set(Math.max(now, moment));
      return;
    }
    if (deed.deed === "enlarge") {
      // Behind the commands' back; those who wait are offered the place when next one is given up, or by the job.
      queue.capacity += 1;
      const { sessions } = world.tables;
      world.db.update(sessions).set({ capacity: queue.capacity }).where(eq(sessions.id, sessionId)).run();
      return;
    }
    const answered = (result: { ok: true } | { ok: false; reason: string }, expected: string) =>
      expect(result.ok ? "done" : result.reason).toBe(expected);

    if (deed.deed === "register") {
      const expected = model.register(queue, deed.marks, now);
      const [meeting] = meetingsOf(world, sessionId);
      const marks = new Map(
        rowsOf().map((row) => [
          row.id,
          deed.marks[people.findIndex((one) => one.personId === row.personId)] ?? "absent",
        ]),
      );
      answered(markAttendance(world.asSystem, { meetingId: meeting?.id ?? "", marks }), expected);
      answered(finishRegister(world.asSystem, meeting?.id ?? ""), expected);
      return;
    }
    const person = deed.person % people.length;
    const { personId, ctx } = people[person] ?? { personId: "", ctx: world.stranger };
    if (deed.deed === "book") {
      const expected = model.book(queue, person, deed.ifFull, now);
      answered(bookPlace(ctx, { sessionId, personId, ifFull: deed.ifFull }), expected);
      return;
    }
    const place = queue.places.filter((one) => one.person === person).at(-1);
    const row = rowsOf()
      .filter((one) => one.sessionId === sessionId && one.personId === personId)
      .at(-1);
    if (!place || !row) return;
    if (deed.deed === "cancel") {
      answered(cancelBooking(ctx, { bookingId: row.id }), model.cancel(queue, place, now));
    }
    if (deed.deed === "accept") answered(acceptOffer(ctx, row.id), model.accept(queue, place, now));
    if (deed.deed === "decline") answered(declineOffer(ctx, row.id), model.decline(queue, place, now));
  };

  const compare = () => {
    const rows = rowsOf();
    sessionIds.forEach((sessionId, index) => {
      const own = rows.filter((row) => row.sessionId === sessionId);
      const seen = own.map((row) => ({
        person: people.findIndex((one) => one.personId === row.personId),
        state: row.state,
        offerEndsAt: row.offerEndsAt,
      }));
      expect(seen).toEqual(model.queues[index]?.places);
      keepsPromises(own, model.queues[index]?.capacity ?? 0);
    });
  };

  for (const deed of plan.deeds) {
    act(deed);
    compare();
  }
  // Long after the session nothing is left hanging, and the next plan starts with a clean table.
  world.clock.set(startsAt + days(30));
  act({ deed: "job" });
  compare();
  const asItEnded = sessionIds.map((id, i) => [id, model.queues[i]]);
  historyAgrees(world, firstId, rowsOf(), Object.fromEntries(asItEnded));
}

type Row = World["tables"]["bookings"]["$inferSelect"];

function keepsPromises(rows: Row[], capacity: number): void {
  const inState = (...states: BookingState[]) => rows.filter((row) => states.includes(row.state));
  const held = inState("confirmed", "offered", ...came, "did not attend");
  const live = [...held, ...inState("waiting")];
  expect(held.length).toBeLessThanOrEqual(capacity);
  expect(new Set(live.map((row) => row.personId)).size).toBe(live.length);
  expect(live.length + inState(...ended).length).toBe(rows.length);
}

/** History, audit trail and messages tell of every transition once, in an unbroken line up to the present state. */
function historyAgrees(
  { db, tables }: World,
  since: string,
  rows: Row[],
  facts: Record<string, { closesAt: number; capacity: number } | undefined>,
): void {
  const ids = rows.map((row) => row.id);
  const history = db
    .select()
    .from(tables.bookingChanges)
    .where(inArray(tables.bookingChanges.bookingId, ids))
    .orderBy(asc(tables.bookingChanges.id))
    .all();
  const audit = db
    .select()
    .from(tables.auditEntries)
    .where(and(eq(tables.auditEntries.subjectKind, "booking"), inArray(tables.auditEntries.subjectId, ids)))
    .orderBy(asc(tables.auditEntries.id))
    .all()
    .filter((entry) => entry.action !== "bookings.marked");
  const told = db.select().from(tables.outbox).where(gt(tables.outbox.id, since)).all();

  const waitingNow = new Set<Row>();
  const held = new Map<string, Set<string>>();
  for (const line of history) {
    const row = rows.find((one) => one.id === line.bookingId);
    if (!row) throw new Error("History belongs to a booking.");
    const others = [...waitingNow].filter((one) => one.sessionId === row.sessionId);
    if (line.toState === "confirmed" && line.fromState === null) {
      const holding = held.get(row.sessionId)?.size ?? 0;
      expect(holding + others.length).toBeLessThan(facts[row.sessionId]?.capacity ?? 0);
    }
    if (line.toState === "offered") {
      expect(others.every((one) => (one.queuedAt ?? 0) >= (row.queuedAt ?? 0) && one.id >= row.id)).toBe(
        true,
      );
      expect(line.at).toBeLessThan(facts[row.sessionId]?.closesAt ?? 0);
    }
    if (line.toState === "waiting") waitingNow.add(row);
    else waitingNow.delete(row);
    const holders = held.get(row.sessionId) ?? new Set<string>();
    held.set(row.sessionId, holders);
    if (line.toState === "waiting" || ended.includes(line.toState)) holders.delete(row.id);
    else holders.add(row.id);
  }

  for (const row of rows) {
    const lines = history.filter((line) => line.bookingId === row.id);
    expect(lines.at(-1)?.toState).toBe(row.state);
    expect(lines.map((line) => line.fromState)).toEqual([
      null,
      ...lines.slice(0, -1).map((line) => line.toState),
    ]);
    expect(row.revision).toBe(lines.length - 1);
    const entries = audit.filter((entry) => entry.subjectId === row.id);
    expect(entries.map((entry) => entry.action)).toEqual(lines.map((line) => `bookings.${line.toState}`));
    const expected = lines.flatMap((line) =>
      line.toState === "expired"
        ? [line.fromState === "waiting" ? "waiting ended" : "offer expired"]
        : (messageOf[line.toState] ?? []),
    );
    if (lines.some((line) => came.includes(line.toState))) expected.push("end evaluation");
    const messages = told.filter((message) => message.facts.bookingId === row.id);
    expect(messages.map((message) => message.kind).sort()).toEqual(expected.sort());
    expect(messages.every((message) => message.toPersonId === row.personId)).toBe(true);
  }
}
