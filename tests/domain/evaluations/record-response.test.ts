// What a learner answers: kept once, linked by the booking, in its time window, and shown by no audit entry.
import { expect, test } from "vitest";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { cancelBooking, finishRegister, markAttendance } from "~/domain/bookings/bookings.server";
import type { Stage } from "~/domain/evaluations/evaluations";
import {
  listOwed,
  readInstrument,
  readSubject,
  recordResponse,
  respondentOf,
} from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { hours, minutes } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { given, makeWorld } from "../../support/world";
import { digestOf, inShort, watch } from "../support-check/ledger";

/** Ann with a place; `came` takes the register with this mark. */
function annsWorld() {
  const world = makeWorld();
  const sessionId = world.session();
  const annId = world.person({ name: "Ann" });
  const bookingId = world.book(sessionId, annId);
  const [meeting] = meetingsOf(world, sessionId);
  const startsAt = meeting?.startsAt ?? 0;
  const meetingId = meeting?.id ?? "";
  const came = (mark: AttendanceMark) => {
    world.clock.set(meeting?.endsAt ?? 0);
    const others = world.db.select().from(world.tables.bookings).all();
    const marks = new Map(others.map(({ id }) => [id, id === bookingId ? mark : ("present" as const)]));
    for (const { id, state } of others) if (state !== "confirmed") marks.delete(id);
    markAttendance(world.asSystem, { meetingId, marks });
    finishRegister(world.asSystem, meetingId);
  };
  const answer = (stage: Stage, values: Record<string, number>, of = bookingId) =>
    recordResponse(world.stranger, { bookingId: of, stage }, given(values));
  const kept = () => ({
    responses: world.db.select().from(world.tables.responses).all(),
    answers: world.db.select().from(world.tables.answers).all(),
  });
  return { ...world, world, sessionId, annId, bookingId, startsAt, came, answer, kept };
}

test("a response is kept under its booking and stage with one row per answer and one audit entry that tells none", () => {
  const { world, bookingId, annId, answer, kept, clock } = annsWorld();
  const added = watch(world);
  expect(answer("T0", { recognise: 3, act: 7 })).toEqual({ ok: true, value: null });
  const respondentId = respondentOf(world, bookingId);
  expect(world.db.select().from(world.tables.evaluationReceipts).all()).toEqual([
    { bookingId, stage: "T0", answeredAt: clock.now() },
  ]);
  expect(kept()).toEqual({
    responses: [
      {
        ...{ respondentId, stage: "T0", instrumentId: "instrument-T0", courseInstrumentId: null },
        ...{ submittedAt: clock.now(), keptApart: null, confidence: 5, scenarios: null },
      },
    ],
    answers: [
      { respondentId, stage: "T0", itemId: "item-recognise", value: 3 },
      { respondentId, stage: "T0", itemId: "item-act", value: 7 },
    ],
  });
  expect(inShort(added())).toEqual({ audit: ["evaluations.answered"], messages: [] });
  expect(added().audit).toMatchObject([
    { subjectId: bookingId, aboutPersonId: annId, actorKind: "stranger", detail: { stage: "T0" } },
  ]);
  expect(Object.keys(added().audit[0]?.detail ?? {})).toEqual(["stage"]);
});

test("an item left blank has no row, and 0 has one: they are not the same", () => {
  const { answer, kept } = annsWorld();
  answer("T0", { act: 0 });
  expect(kept().answers).toMatchObject([{ itemId: "item-act", value: 0 }]);
});

test("all left blank is one response without any answer", () => {
  const { answer, kept } = annsWorld();
  expect(answer("T0", {})).toMatchObject({ ok: true });
  expect(kept()).toMatchObject({ responses: [{ stage: "T0" }], answers: [] });
});

test("two submissions are one response: the first stands", () => {
  const { db, answer, kept } = annsWorld();
  answer("T0", { recognise: 3 });
  const before = digestOf(db);
  expect(answer("T0", { recognise: 9, act: 9 })).toEqual({ ok: false, reason: "already answered" });
  expect(digestOf(db)).toBe(before);
  expect(kept().answers).toMatchObject([{ value: 3 }]);
});

test("the schema itself refuses a second response, an answer without its response and an unknown item", () => {
  const { world, db, bookingId, answer } = annsWorld();
  answer("T0", { recognise: 3 });
  const insert = (statement: string) => () => db.$client.exec(statement);
  const id = respondentOf(world, bookingId);
  const response = `insert into responses (respondent_id, stage, instrument_id, submitted_at)`;
  expect(insert(`${response} values ('${id}', 'T0', 'instrument-T0', 1)`)).toThrow(/UNIQUE/);
  expect(insert(`${response} values ('nobody', 'T0', 'instrument-T0', 1)`)).toThrow(/FOREIGN KEY/);
  expect(insert(`insert into answers values ('${id}', 'T2', 'item-act', 1)`)).toThrow(/FOREIGN KEY/);
  expect(insert(`insert into answers values ('${id}', 'T0', 'none', 1)`)).toThrow(/FOREIGN KEY/);
  const another = `insert into respondents (id, booking_id, session_id, agency_id) select 'two', booking_id, session_id, agency_id`;
  expect(insert(`${another} from respondents`)).toThrow(/UNIQUE/);
  expect(insert(`insert into evaluation_receipts values ('${bookingId}', 'T0', 1)`)).toThrow(/UNIQUE/);
});

test("an answer off its scale breaks the whole response, and answers to other questions are left out", () => {
  const { db, answer, kept } = annsWorld();
  const before = digestOf(db);
  expect(() => answer("T0", { recognise: 3, act: 11 })).toThrow("off its scale");
  expect(() => answer("T0", { act: -1 })).toThrow("off its scale");
  expect(digestOf(db)).toBe(before);
  expect(answer("T0", { recognise: 3, invented: 5 })).toMatchObject({ ok: true });
  expect(kept().answers).toMatchObject([{ itemId: "item-recognise" }]);
});

test("a booking that does not exist is not found, and nothing is written", () => {
  const { db, answer } = annsWorld();
  const before = digestOf(db);
  expect(() => answer("T0", { recognise: 3 }, "no such booking")).toThrow(NotFound);
  expect(digestOf(db)).toBe(before);
});

test("the questions before may be answered until half an hour into the first meeting", () => {
  const { db, clock, startsAt, answer } = annsWorld();
  clock.set(startsAt + minutes(30));
  const before = digestOf(db);
  expect(answer("T0", { recognise: 3 })).toEqual({ ok: false, reason: "closed" });
  expect(digestOf(db)).toBe(before);
  clock.set(startsAt + minutes(30) - 1);
  expect(answer("T0", { recognise: 3 })).toMatchObject({ ok: true });
});

test("the questions after open with the last register; after 48 hours answers are kept apart, with their reason", () => {
  const { clock, startsAt, answer, came, kept, sessionId, world } = annsWorld();
  const bobs = world.book(sessionId, world.person());
  clock.set(startsAt);
  expect(answer("T2", { recognise: 8 })).toEqual({ ok: false, reason: "not open yet" });
  came("present");
  const takenAt = clock.now();
  clock.set(takenAt + hours(48) - 1);
  expect(answer("T2", { recognise: 8 })).toMatchObject({ ok: true });
  clock.set(takenAt + hours(48));
  expect(answer("T2", { recognise: 8 }, bobs)).toMatchObject({ ok: true });
  expect(kept().responses.map(({ keptApart }) => keptApart)).toEqual([null, "after 48 hours"]);
});

test("someone who did not come, cancelled or waits has nothing to answer", () => {
  const { world, sessionId, annId, bookingId, answer, came } = annsWorld();
  const waiting = world.session({ capacity: 1 });
  world.book(waiting, world.person());
  const inQueue = world.book(waiting, annId);
  expect(answer("T0", { recognise: 3 }, inQueue)).toEqual({ ok: false, reason: "no place" });
  const bob = world.person();
  const cancelled = world.book(sessionId, bob);
  cancelBooking(world.as(bob), { bookingId: cancelled });
  expect(answer("T0", { recognise: 3 }, cancelled)).toEqual({ ok: false, reason: "no place" });
  expect(answer("T2", { recognise: 3 }, cancelled)).toEqual({ ok: false, reason: "no place" });
  came("absent");
  expect(answer("T2", { recognise: 3 }, bookingId)).toEqual({ ok: false, reason: "no place" });
});

test("someone who came in part may say what changed; one stage does not stand in for the other", () => {
  const { answer, came, kept } = annsWorld();
  answer("T0", { recognise: 3 });
  came("left early");
  expect(answer("T2", { recognise: 8 })).toMatchObject({ ok: true });
  expect(kept().responses.map((response) => response.stage)).toEqual(["T0", "T2"]);
});

test("a person is owed the questions before, then after, each until it is answered or over", () => {
  const { world, annId, bookingId, answer, came, clock } = annsWorld();
  const owed = () => listOwed(world, annId);
  const about = { bookingId, courseTitle: "Neglect" };
  expect(owed()).toEqual([{ ...about, stage: "T0", closesAt: null, keptApart: null }]);
  expect(listOwed(world, world.person())).toEqual([]);
  answer("T0", {});
  expect(owed()).toEqual([]);
  came("present");
  const closesAt = clock.now() + hours(48);
  expect(owed()).toEqual([{ ...about, stage: "T2", closesAt, keptApart: null }]);
  clock.set(closesAt - 1);
  expect(owed()).toHaveLength(1);
  clock.set(closesAt);
  expect(owed()).toMatchObject([{ stage: "T2", keptApart: "after 48 hours" }]);
});

test("a register of two meetings opens the questions after only once both are taken", () => {
  const world = makeWorld();
  const date = world.today;
  const next = "2026-11-20";
  world.clock.set(world.clock.now() - hours(3));
  const sessionId = world.session({
    meetings: [
      { date, startTime: "09:30", endTime: "12:30" },
      { date: next, startTime: "09:30", endTime: "12:30" },
    ],
  });
  const annId = world.person();
  const bookingId = world.book(sessionId, annId);
  const take = (index: number) => {
    const meeting = meetingsOf(world, sessionId)[index];
    world.clock.set(meeting?.endsAt ?? 0);
    markAttendance(world.asSystem, {
      meetingId: meeting?.id ?? "",
      marks: new Map([[bookingId, "present"]]),
    });
    finishRegister(world.asSystem, meeting?.id ?? "");
  };
  take(0);
  expect(readSubject(world, bookingId)).toMatchObject({ registerTakenAt: null, state: "confirmed" });
  expect(listOwed(world, annId)).toEqual([]);
  take(1);
  expect(listOwed(world, annId)).toMatchObject([{ stage: "T2" }]);
});

test("the newest question set of a stage is asked, in its own order; without one there is none to find", () => {
  const world = makeWorld();
  const { instruments, instrumentItems } = world.tables;
  const newer = { id: "newer", stage: "T0" as const, version: 2, title: "Newer", introduction: "" };
  const draft = { ...newer, id: "draft", version: 3, title: "Draft" };
  world.db.insert(instruments).values(draft).run();
  world.db
    .insert(instruments)
    .values({ ...newer, publishedAt: 0 })
    .run();
  world.db.insert(instrumentItems).values({ instrumentId: "newer", itemId: "item-act", position: 0 }).run();
  world.db
    .insert(instrumentItems)
    .values({ instrumentId: "newer", itemId: "item-recognise", position: 1 })
    .run();
  expect(readInstrument(world, "T0", "course")).toMatchObject({
    title: "Newer",
    items: [{ slug: "act" }, { slug: "recognise" }],
  });
  world.db.$client.exec("delete from instrument_items; delete from instruments");
  expect(() => readInstrument(world, "T0", "course")).toThrow(NotFound);
});
