// Letters that ask weeks later: to those who owe an answer, once each, whatever happens to the workers.
import { openDatabase } from "db/client";
import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished, test } from "vitest";
import { askEvaluations } from "~/domain/evaluations/evaluations.server";
import { keysThatTellOf } from "~/domain/personal-data/export-letters";
import { instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { putRight } from "../certificates/certified-world";
import { inShort, watch } from "../support-check/ledger";
import { askedWorld } from "./asked-world";

// Training on 17 November 2026: week 8 begins on 12 January 2027, week 10 on the 26th, the window ends on 9 February.
const week8 = "2027-01-12";

test("one letter in week 8 and two that remind, then silence; each with its row and its audit entry", () => {
  const { askAt, letters, letterRows, world, booking, learner, clock } = askedWorld();
  expect(askAt("2027-01-11")).toBe(0);
  expect(askAt(week8, "07:59")).toBe(0);
  const added = watch(world);
  expect(askAt(week8, "08:00")).toBe(1);
  const first = { bookingId: booking, stage: "T3", number: 0, sentAt: clock.now() };
  expect(letterRows()).toEqual([first]);
  const [entry] = world.db.select().from(world.tables.auditEntries).all().slice(-1);
  expect(entry).toMatchObject({
    action: "evaluations.asked",
    subjectKind: "booking",
    subjectId: booking,
    aboutPersonId: learner,
    detail: { stage: "T3", number: 0 },
  });
  expect(inShort(added())).toEqual({ audit: ["evaluations.asked"], messages: ["evaluation due"] });
  expect(askAt(week8, "08:05")).toBe(0);
  expect(askAt("2027-01-18")).toBe(0);
  expect(askAt("2027-01-19")).toBe(1);
  expect(askAt("2027-01-26")).toBe(1);
  for (const later of ["2027-02-02", "2027-02-09", "2027-05-30"]) expect(askAt(later)).toBe(0);
  expect(letters()).toEqual([0, 1, 2].map((number) => `T3 ${number} ${learner}`));
});

test("the letter's facts: course, days, until when, and how many commitments, not what they are", () => {
  const { askAt, world, booking, db, tables } = askedWorld();
  world.answer(booking, "T2");
  const respondentId = db.select().from(tables.respondents).get()?.id ?? "";
  db.insert(tables.commitments)
    .values({ id: "c", respondentId, position: 1, what: "Ring the school", madeAt: 1 })
    .run();
  askAt(week8);
  const facts = db.select().from(tables.outbox).where(eq(tables.outbox.kind, "evaluation due")).get()?.facts;
  expect(facts).toMatchObject({
    personName: "Learner 1",
    bookingId: booking,
    courseTitle: "Neglect",
    stage: "T3",
    number: 0,
    answerBy: "2027-02-09",
    commitments: 1,
  });
  expect(JSON.stringify(facts)).not.toContain("school");
});

describe("nobody who owes nothing is written to", () => {
  it("who answered, before the first letter or between two", () => {
    const { askAt, world, bookings, letters, learners } = askedWorld({ people: 2 });
    world.clock.forward(world.days(50));
    world.answer(bookings[0] ?? "", "T3");
    expect(askAt(week8)).toBe(1);
    world.answer(bookings[1] ?? "", "T3");
    expect(askAt("2027-01-19")).toBe(0);
    expect(letters()).toEqual([`T3 0 ${learners[1]}`]);
  });

  it("who did not come, has left, or was erased", () => {
    const { askAt, world, bookings, sessionId, learners, db, tables } = askedWorld({ people: 4 });
    putRight(world, sessionId, bookings[0] ?? "", "absent");
    const change = (index: number, set: object) =>
      db
        .update(tables.people)
        .set(set)
        .where(eq(tables.people.id, learners[index] ?? ""))
        .run();
    change(1, { disabledAt: 1 });
    change(2, { disabledAt: 1, erasedAt: 1, name: "Erased", email: "erased@invalid" });
    expect(askAt(week8)).toBe(1);
  });

  it("when there are no questions for the stage yet", () => {
    const { askAt, db, tables } = askedWorld();
    db.update(tables.instruments).set({ publishedAt: null }).where(eq(tables.instruments.stage, "T3")).run();
    expect(askAt(week8)).toBe(0);
  });

  it("whose letter before could not be delivered", () => {
    const { askAt, db, tables } = askedWorld();
    askAt(week8);
    db.update(tables.outbox).set({ state: "failed" }).where(eq(tables.outbox.kind, "evaluation due")).run();
    expect(askAt("2027-01-19")).toBe(0);
  });
});

test.each([
  ["the last Sunday of October", ["2026-08-30"], "2026-10-25"],
  ["the last Sunday of March", ["2027-01-31"], "2027-03-28"],
  ["two days with a clock change between, from the last of them", ["2026-10-23", "2026-10-26"], "2026-12-21"],
])("over %s it is 8 in the morning in London all the same", (_, meetings, due) => {
  const { askAt } = askedWorld({ on: meetings[0], meetings });
  expect(askAt(due, "07:59")).toBe(0);
  expect(askAt(due, "08:00")).toBe(1);
});

describe("two workers at once, and one that is cut in the middle", () => {
  it("a letter is written once although both found it due", () => {
    const { world, db, letters, letterRows, clock } = askedWorld({ people: 3 });
    clock.set(instantOf(week8, "09:00"));
    const [one, other] = [openDatabase(db.$client.name), openDatabase(db.$client.name)];
    onTestFinished(() => [one, other].forEach(({ $client }) => void $client.close()));
    // The other worker runs whole after this one has looked, and before its first transaction.
    const { transaction } = one.$client;
    let written = -1;
    one.$client.transaction = ((work: never) => {
      written = askEvaluations({ ...world.asSystem, db: other });
      return transaction.call(one.$client, work);
    }) as typeof transaction;
    expect(askEvaluations({ ...world.asSystem, db: one })).toBe(0);
    expect(written).toBe(3);
    expect(new Set(letters()).size).toBe(3);
    expect(letters()).toHaveLength(3);
    expect(letterRows()).toHaveLength(3);
  });

  it("a turn that fails leaves whole letters behind, and the next one does the rest", () => {
    const { world, letters, letterRows, clock, db, tables } = askedWorld({ people: 3 });
    clock.set(instantOf(week8, "09:00"));
    let left = 1;
    const id = () => {
      left -= 1;
      if (left < 0) throw new Error("The power is gone.");
      return world.ids.id();
    };
    expect(() => askEvaluations({ ...world.asSystem, ids: { ...world.ids, id } })).toThrow("power");
    expect(letters()).toHaveLength(1);
    expect(letterRows()).toHaveLength(1);
    expect(askEvaluations(world.asSystem)).toBe(2);
    expect(new Set(letters()).size).toBe(3);
    expect(letterRows()).toHaveLength(3);
    const asked = db.select().from(tables.auditEntries).all();
    expect(asked.filter(({ action }) => action === "evaluations.asked")).toHaveLength(3);
  });

  it("no more at one turn than it may; the next goes on", () => {
    const { world, clock, letters } = askedWorld({ people: 3 });
    clock.set(instantOf(week8, "09:00"));
    expect([1, 2, 3].map(() => askEvaluations(world.asSystem, 2))).toEqual([2, 1, 0]);
    expect(letters()).toHaveLength(3);
  });
});

describe("the line manager", () => {
  const week10 = "2027-01-26";

  it("is asked in week 10 and reminded once after ten days, if the learner agreed", () => {
    const { askAt, letters, allow } = askedWorld();
    allow(true);
    askAt("2027-01-25");
    expect(letters().filter((one) => one.startsWith("M"))).toEqual([]);
    for (const day of [week10, "2027-02-04", "2027-02-05", "2027-02-15", "2027-03-10"]) askAt(day);
    expect(letters().filter((one) => one.startsWith("M"))).toEqual(["M 0 boss1", "M 1 boss1"]);
  });

  it("is asked at once when the learner's answer is in, and not after having answered", () => {
    const { askAt, letters, allow, world, booking } = askedWorld();
    allow(true);
    world.clock.forward(world.days(45));
    world.answer(booking, "T3");
    expect(askEvaluations(world.asSystem)).toBe(1);
    expect(letters()).toEqual(["M 0 boss1"]);
    world.answer(booking, "M");
    expect(askAt("2027-02-20")).toBe(0);
  });

  it("is not asked where the learner said no, or nothing", () => {
    const { askAt, letters, allow, bookings, world } = askedWorld({ people: 2 });
    allow(false);
    world.answer(bookings[1] ?? "", "T2");
    askAt(week10);
    expect(letters().filter((one) => one.startsWith("M"))).toEqual([]);
  });

  it.each([
    ["nobody", null],
    ["their own address", "{id}@police.example.org"],
    ["their own mailbox by another name", "{id}+boss@police.example.org"],
    ["an address that is no agency's", "boss@mail.example"],
  ])("is not asked where the learner names %s", (_, address) => {
    const { askAt, letters, allow, learner, db, tables } = askedWorld();
    allow(true);
    db.update(tables.people)
      .set({ lineManagerEmail: address?.replace("{id}", learner) ?? null })
      .where(eq(tables.people.id, learner))
      .run();
    askAt(week10);
    expect(letters().filter((one) => one.startsWith("M"))).toEqual([]);
  });

  it("with an account is greeted by name, one who has left is not asked", () => {
    const { askAt, letters, allow, learner, world, db, tables } = askedWorld();
    allow(true);
    const boss = world.person({ name: "Bo Boss" });
    const named = { lineManagerEmail: `${boss.toUpperCase()}@police.example.org` };
    db.update(tables.people).set(named).where(eq(tables.people.id, learner)).run();
    db.update(tables.people).set({ disabledAt: 1 }).where(eq(tables.people.id, boss)).run();
    askAt(week10);
    expect(letters().filter((one) => one.startsWith("M"))).toEqual([]);
    db.update(tables.people).set({ disabledAt: null }).where(eq(tables.people.id, boss)).run();
    askAt(week10, "10:00");
    const letter = db.select().from(tables.outbox).where(eq(tables.outbox.kind, "manager evaluation")).get();
    expect(letter).toMatchObject({
      toPersonId: boss,
      facts: { personName: "Bo Boss", learnerName: "Learner 1" },
    });
    expect(keysThatTellOf(learner).some((beginning) => letter?.key.startsWith(beginning))).toBe(true);
  });
});

test("nobody is written to at night, not even a manager who may be asked at once", () => {
  const { askAt, allow, world, booking } = askedWorld();
  allow(true);
  world.clock.set(instantOf("2027-01-04", "22:00"));
  world.answer(booking, "T3");
  expect(askAt("2027-01-05", "03:00")).toBe(0);
  expect(askAt("2027-01-05", "08:00")).toBe(1);
});

test("only the system writes these letters", () => {
  const { world } = askedWorld();
  for (const ctx of [world.stranger, world.as(world.coordinator)])
    expect(() => askEvaluations(ctx)).toThrow(Forbidden);
});
