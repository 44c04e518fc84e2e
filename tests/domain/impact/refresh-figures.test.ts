// Figures are worked out in steps of five, when a stage closes and when a register is put right: never by one person.
import { describe, expect, it } from "vitest";
import { readSessionSums } from "~/domain/impact/figures/session-sums.server";
import { addWithinSession, type Sums } from "~/domain/impact/figures/sums";
import { refreshFigures } from "~/domain/impact/impact.server";
import { instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { takeRegisters } from "../certificates/certified-world";
import { digestOf } from "../support-check/ledger";

const year = { from: "2026-04-01", until: "2027-04-01" };

/** Twenty people of two agencies, all of whom answered beforehand; the register is taken at the end of the day. */
function room(people = 20) {
  const world = makeWorld(instantOf("2026-10-01", "10:00"));
  const { db, tables, clock } = world;
  const sessionId = world.session({
    capacity: people,
    meetings: [{ date: "2026-10-13", startTime: "09:30", endTime: "16:30" }],
  });
  const bookings = Array.from({ length: people }, (_, i) =>
    world.book(sessionId, world.person({ agencyId: i % 2 === 0 ? "police" : "health" })),
  );
  for (const id of bookings) world.answer(id, "T0", { recognise: 4, act: 4 });
  const take = (absent: string[] = []) =>
    takeRegisters(
      world,
      sessionId,
      Object.fromEntries(bookings.map((id) => [id, absent.includes(id) ? "absent" : "present"] as const)),
    );
  const refresh = (options = {}) => refreshFigures(world.asSystem, options);
  const sums = (): Sums => addWithinSession(Object.values(readSessionSums({ db }, year)[0]?.sums ?? {}));
  const endBy = (ids: string[], value = 7) => {
    for (const id of ids) world.answer(id, "T2", { recognise: value, act: value });
  };
  const figures = () => [
    db.select().from(tables.sessionFigures).all(),
    db.select().from(tables.sessionFigureStates).all(),
  ];
  return { ...world, world, sessionId, bookings, take, refresh, sums, endBy, figures, clock };
}

describe("figures of a session", () => {
  it("are there once it was delivered, by agency, and not before", () => {
    const of = room();
    expect(of.refresh()).toBe(0);
    of.take(of.bookings.slice(18));
    expect(of.refresh()).toBe(1);
    const [session] = readSessionSums(of, year);
    expect(session).toMatchObject({ sessionId: of.sessionId, courseId: "course", endedOn: "2026-10-13" });
    expect(Object.keys(session?.sums ?? {}).sort()).toEqual(["health", "police"]);
    expect(of.sums().places).toEqual({ booked: 20, came: 18, absent: 2, walkIns: 0 });
    // Whoever did not come answered for nothing.
    expect(of.sums().stages.T0).toEqual({ owed: 18, answered: 18, keptApart: 0 });
    expect(of.sums().stages.T2.owed).toBe(18);
    expect(of.sums().stages.T3.owed).toBe(0);
    expect(readSessionSums(of, { from: "2026-10-13", until: "2026-10-14" })).toHaveLength(1);
    expect(readSessionSums(of, { from: "2026-10-14", until: "2026-10-15" })).toHaveLength(0);
  });

  it("follow in steps of five, and at the close of a stage whatever there is", () => {
    const of = room();
    of.take();
    of.refresh();
    of.endBy(of.bookings.slice(0, 4));
    expect(of.refresh()).toBe(0);
    expect(of.refresh({ all: true })).toBe(0);
    expect(of.sums().confidence.pairs.x.n).toBe(0);
    of.endBy(of.bookings.slice(4, 5));
    expect(of.refresh()).toBe(1);
    expect(of.sums().confidence.pairs).toMatchObject({ x: { n: 5, mean: 4 }, y: { mean: 7 } });
    of.endBy(of.bookings.slice(5, 6), 10);
    expect(of.refresh()).toBe(0);
    of.clock.forward(hours(48) - 1);
    expect(of.refresh()).toBe(0);
    of.clock.forward(1);
    expect(of.refresh()).toBe(1);
    expect(of.sums().confidence.pairs.x.n).toBe(6);
    // Late answers are counted, but in no pair.
    of.endBy(of.bookings.slice(6, 11));
    expect(of.refresh()).toBe(1);
    expect(of.sums().confidence.pairs.x.n).toBe(6);
    expect(of.sums().stages.T2).toEqual({ owed: 20, answered: 6, keptApart: 5 });
  });

  it("change nothing when nothing is due, and tell no one of it", () => {
    const of = room();
    of.take();
    of.endBy(of.bookings);
    of.refresh();
    const before = of.figures();
    const [audit, outbox] = [of.count("auditEntries"), of.count("outbox")];
    expect(of.refresh()).toBe(0);
    expect(of.refresh({ all: true })).toBe(0);
    of.clock.forward(hours(30));
    expect(of.refresh()).toBe(0);
    expect(of.figures()).toEqual(before);
    expect([of.count("auditEntries"), of.count("outbox")]).toEqual([audit, outbox]);
  });

  it("follow a register that was put right, but not while that would show one to four further people's answers", () => {
    const of = room();
    of.take();
    of.endBy(of.bookings.slice(0, 10));
    of.refresh();
    of.clock.forward(hours(1));
    of.take(of.bookings.slice(19));
    expect(of.refresh()).toBe(1);
    expect(of.sums().places).toMatchObject({ came: 19, absent: 1 });
    of.endBy(of.bookings.slice(10, 13));
    of.take(of.bookings.slice(18));
    expect(of.refresh()).toBe(0);
    expect(of.sums().confidence.pairs.x.n).toBe(10);
    of.clock.forward(hours(48));
    expect(of.refresh()).toBe(1);
    expect(of.sums().places).toMatchObject({ came: 18, absent: 2 });
    expect(of.sums().confidence.pairs.x.n).toBe(13);
  });

  it("follow every stage's close over the clock changes, on the day itself", () => {
    const of = room();
    of.take();
    of.refresh();
    const closes = [
      ["2026-10-15", "T2"],
      ["2027-01-06", "T3"],
      ["2027-02-03", "M"],
      ["2027-06-14", "T4"],
    ] as const;
    for (const [day, stage] of closes) {
      of.clock.set(instantOf(day, "00:00") - 1);
      of.refresh();
      of.clock.set(instantOf(day, "23:00"));
      expect([stage, of.refresh()]).toEqual([stage, 1]);
      const [state] = of.db.select().from(of.tables.sessionFigureStates).all();
      expect(state?.closedStage).toBe(stage);
    }
    of.clock.forward(hours(24 * 400));
    expect(of.refresh()).toBe(0);
  });

  it("go on where a turn stopped", () => {
    const of = room(1);
    of.take();
    const rows = of.db.select().from(of.tables.sessions).all();
    for (let i = 0; i < 60; i++)
      of.db
        .insert(of.tables.sessions)
        .values(rows.map((row) => ({ ...row, id: `more-${i}` })))
        .run();
    expect([of.refresh(), of.refresh(), of.refresh()]).toEqual([50, 11, 0]);
  });

  it("are kept when their respondents can no longer be told", () => {
    const of = room();
    of.take();
    of.endBy(of.bookings);
    of.refresh();
    const before = of.sums();
    of.db.update(of.tables.respondents).set({ bookingId: null, unlinkedAt: 1 }).run();
    of.db.delete(of.tables.sessionFigureStates).run();
    expect(of.refresh({ all: true })).toBe(1);
    expect(of.sums()).toEqual(before);
  });

  it("hold nobody's id, and are the system's alone to work out", () => {
    const of = room();
    of.take();
    of.endBy(of.bookings);
    of.refresh();
    const text = JSON.stringify(of.figures());
    for (const { id, bookingId } of of.db.select().from(of.tables.respondents).all()) {
      expect(text).not.toContain(`"${id}"`);
      expect(text).not.toContain(`"${bookingId}"`);
    }
    const before = digestOf(of.db);
    for (const ctx of [of.stranger, of.as(of.coordinator)])
      expect(() => refreshFigures(ctx, { all: true })).toThrow(Forbidden);
    expect(digestOf(of.db)).toEqual(before);
  });

  it("tell what became of commitments, the learner's word and the line manager's apart", () => {
    const of = room(6);
    of.take();
    of.endBy(of.bookings);
    const { db, tables } = of;
    const [first, second] = db.select().from(tables.respondents).all();
    const promise = (id: string, respondentId = "", position = 1) =>
      db.insert(tables.commitments).values({ id, respondentId, position, what: "Ask", madeAt: 0 }).run();
    promise("one", first?.id);
    promise("two", first?.id, 2);
    promise("three", second?.id);
    db.insert(tables.commitmentFollowUps)
      .values([
        { commitmentId: "one", stage: "T3", outcome: "done", opportunity: true, answeredAt: 0 },
        { commitmentId: "one", stage: "M", seen: "yes", answeredAt: 0 },
        { commitmentId: "two", stage: "T3", outcome: "not yet", opportunity: false, answeredAt: 0 },
        // Half a year later is another matter.
        { commitmentId: "three", stage: "T4", outcome: "done", answeredAt: 0 },
      ])
      .run();
    // Made lately: nobody has been asked about them yet, so nothing of them counts as not done.
    of.refresh();
    expect(of.sums().commitments).toMatchObject({ made: 3, asked: 0 });
    of.clock.set(instantOf("2027-02-04", "10:00"));
    of.refresh();
    const none = { yes: 0, partly: 0, no: 0, "no opportunity": 0, "cannot say": 0 };
    expect(of.sums().commitments).toEqual({
      ...{ people: 2, made: 3, asked: 3, answered: 2, done: 1, partly: 0, notYet: 1, noLonger: 0 },
      ...{ opportunity: 1, noOpportunity: 1, seen: { ...none, yes: 1 } },
    });
    expect(of.sums().managers).toEqual(none);
  });

  it("ask of managers only those who were asked", () => {
    const of = room();
    of.take();
    of.endBy(of.bookings);
    const asked = of.bookings.slice(0, 6);
    for (const bookingId of asked)
      of.db.insert(of.tables.evaluationLetters).values({ bookingId, stage: "M", number: 0, sentAt: 0 }).run();
    of.clock.set(instantOf("2027-02-04", "10:00"));
    of.refresh();
    expect(of.sums().stages.M).toEqual({ owed: 6, answered: 0, keptApart: 0 });
    expect(of.sums().stages.T3.owed).toBe(20);
    expect(of.sums().stages.T4.owed).toBe(0);
    expect(of.sums().laterSilent.change.n).toBe(20);
  });
});
