// The attendance rate: one definition, held to by its properties and to figures that others have published.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWalkIn, finishRegister, listAttendance, readAttendance } from "~/domain/bookings/bookings.server";
import {
  type AttendanceCounts,
  attendanceRate,
  noAttendance,
} from "~/domain/bookings/registers/attendance-rate";
import { roles } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { registerWorld } from "./register-world";

const people = fc.nat({ max: 400 });
const counts: fc.Arbitrary<AttendanceCounts> = fc.record({
  attended: people,
  partly: people,
  absent: people,
  excused: people,
  walkIns: people,
});

describe("the definition", () => {
  test("a partnership's published 96% counts walk-ins; without them it is 85% (LLR, first quarter of 2016–17)", () => {
    // 318 registered; 20 did not come and 29 cancelled; 35 came unbooked, which makes 304 there. Their 318 keeps those who
    // cancelled, so here they stand among the absent.
    const published = attendanceRate({ ...noAttendance, attended: 269, absent: 20 + 29, walkIns: 35 });
    expect(published.expected).toBe(318);
    expect(Math.round((published.withWalkIns ?? 0) * 100)).toBe(96);
    expect(Math.round((published.withoutWalkIns ?? 0) * 100)).toBe(85);
    // As we count, whoever cancelled is not expected.
    const ours = attendanceRate({ ...noAttendance, attended: 269, absent: 20, walkIns: 35 });
    expect(Math.round((ours.withoutWalkIns ?? 0) * 100)).toBe(93);
  });

  test("nobody expected is no rate, not 0%", () => {
    expect(attendanceRate({ ...noAttendance, excused: 3, walkIns: 2 })).toMatchObject({
      expected: 0,
      withoutWalkIns: null,
      withWalkIns: null,
      walkIns: 2,
    });
  });

  test("is a share of those expected; with walk-ins it is never lower, and the same where there are none", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { withoutWalkIns, withWalkIns, expected, came } = attendanceRate(some);
        expect(came).toBeLessThanOrEqual(expected);
        if (withoutWalkIns === null || withWalkIns === null) return expect(expected).toBe(0);
        expect(withoutWalkIns).toBeGreaterThanOrEqual(0);
        expect(withoutWalkIns).toBeLessThanOrEqual(1);
        expect(withWalkIns).toBeGreaterThanOrEqual(withoutWalkIns);
        expect(withWalkIns === withoutWalkIns).toBe(some.walkIns === 0);
        // In whole people both are exact.
        expect(Math.round(withoutWalkIns * expected)).toBe(some.attended + some.partly);
        expect(Math.round(withWalkIns * expected)).toBe(some.attended + some.partly + some.walkIns);
      }),
    );
  });

  test("whoever is excused changes no rate; whoever is absent lowers both; part of it counts as having come", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 50 }), (some, more) => {
        const rate = attendanceRate(some);
        expect(attendanceRate({ ...some, excused: some.excused + more })).toEqual(rate);
        const away = attendanceRate({ ...some, absent: some.absent + more });
        if (rate.came > 0) expect(away.withoutWalkIns ?? 2).toBeLessThan(rate.withoutWalkIns ?? 0);
        const inPart = attendanceRate({ ...some, attended: 0, partly: some.attended + some.partly });
        expect(inPart.withoutWalkIns).toBe(rate.withoutWalkIns);
        expect(inPart.partly).toBe(rate.came);
      }),
    );
  });
});

describe("as it is read", () => {
  /** Ann there for all, Bob excused, Cara absent, and Dan who came unbooked; Eve came unbooked and was put right to absent. */
  function settled() {
    const made = registerWorld();
    const { world, sessionId, ann, bob, first, mark, trainer, db, tables } = made;
    world.clock.set(first.startsAt - 2 * 3_600_000);
    const cara = world.book(sessionId, world.person({ name: "Cara" }));
    world.clock.set(first.startsAt);
    const emailOf = (id: string) => `${id}@police.example.org`;
    for (const id of [world.person(), world.person()])
      addWalkIn(trainer, { meetingId: first.id, email: emailOf(id), name: "", agencyId: null });
    const [dan = "", eve = ""] = db
      .select()
      .from(tables.bookings)
      .all()
      .filter(({ walkIn }) => walkIn)
      .map(({ id }) => id);
    mark({ [ann]: "late", [bob]: "excused", [cara]: "absent", [dan]: "left early", [eve]: "absent" });
    return made;
  }

  test("a session has none until its last register is finished, then counts each person once", () => {
    const { trainer, sessionId, first } = settled();
    expect(readAttendance(trainer, sessionId)).toBeNull();
    finishRegister(trainer, first.id);
    expect(readAttendance(trainer, sessionId)).toEqual({
      counts: { attended: 1, partly: 0, absent: 1, excused: 1, walkIns: 1 },
      rate: { expected: 2, came: 1, partly: 0, walkIns: 1, withoutWalkIns: 0.5, withWalkIns: 1 },
    });
  });

  test("excused from one meeting and absent from another is absent; excused from one and there for another is part", () => {
    const { trainer, sessionId, first, second, ann, bob, mark, clock } = registerWorld({ meetings: 2 });
    mark({ [ann]: "excused", [bob]: "excused" });
    finishRegister(trainer, first.id);
    clock.set(second.startsAt);
    mark({ [ann]: "absent", [bob]: "present" }, second.id);
    finishRegister(trainer, second.id);
    expect(readAttendance(trainer, sessionId)?.counts).toEqual({ ...noAttendance, absent: 1, partly: 1 });
  });

  test("coordinators see all sessions of a span with the rate of them together; nobody else does", () => {
    const { world, asCoordinator, trainer, sessionId, first } = settled();
    finishRegister(trainer, first.id);
    const page = { number: 1, size: 10 };
    const found = listAttendance(asCoordinator, { from: first.startsAt, to: first.startsAt + 1 }, page);
    expect(found).toMatchObject({
      total: 1,
      sessions: [{ sessionId, trainerNames: "Trainer", counts: { excused: 1 }, rate: { expected: 2 } }],
      together: { expected: 2, came: 1, walkIns: 1, withoutWalkIns: 0.5 },
    });
    for (const span of [
      { from: first.startsAt + 1, to: first.startsAt + 2 },
      { from: 0, to: first.startsAt },
    ])
      expect(listAttendance(asCoordinator, span, page)).toMatchObject({
        total: 0,
        sessions: [],
        together: { expected: 0, withoutWalkIns: null },
      });
    const span = { from: 0, to: first.endsAt };
    expect(listAttendance(asCoordinator, span, { number: 7, size: 1 }).page).toBe(1);
    const others = roles
      .filter((role) => role !== "coordinator")
      .map((role) => world.as(world.person({ roles: [role] })));
    for (const ctx of [world.stranger, trainer, ...others])
      expect(() => listAttendance(ctx, span, page)).toThrow(Forbidden);
    for (const ctx of [world.stranger, ...others])
      expect(() => readAttendance(ctx, sessionId)).toThrow(NotFound);
  });
});
