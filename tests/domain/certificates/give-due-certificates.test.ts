// The worker's turn: whatever changed, in whichever way, comes to the certificate that is due; and a turn with nothing to
// do costs nothing.
import { getTableColumns } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { giveDueCertificates } from "~/domain/certificates/certificates.server";
import { decideCertificate } from "~/domain/certificates/rules";
import { days, hours, minutes } from "~/shared/clock";
import { Forbidden } from "~/shared/problems";
import { digestOf } from "../support-check/ledger";
import { answer, certifiedWorld, putRight, setCourse, takeRegisters } from "./certified-world";

test("gives after an answer, withdraws after a register put right, gives again; in between nothing", () => {
  const { world, ann, sessionId, rows, clock } = certifiedWorld();
  const turn = () => giveDueCertificates(world.asSystem);
  expect(turn()).toBe(0);
  clock.forward(minutes(5));
  answer(world, ann);
  expect([turn(), turn()]).toEqual([1, 0]);
  clock.forward(minutes(20));
  putRight(world, sessionId, ann, "absent");
  expect([turn(), turn()]).toEqual([1, 0]);
  expect(rows()).toMatchObject([{ withdrawnAt: clock.now() }]);
  clock.forward(minutes(20));
  putRight(world, sessionId, ann, "late");
  expect([turn(), turn()]).toEqual([1, 0]);
  expect(rows().map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([false, true]);
});

test("an answer that comes while a turn looks is seen by the next", () => {
  const { world, ann, clock } = certifiedWorld();
  clock.forward(minutes(30));
  giveDueCertificates(world.asSystem);
  // Begun before the turn, kept after it.
  clock.forward(-minutes(1));
  answer(world, ann);
  clock.forward(minutes(4));
  expect(giveDueCertificates(world.asSystem)).toBe(1);
});

test("a course that asks for less gives those held back with the first turn of the next day", () => {
  const { world, clock } = certifiedWorld();
  giveDueCertificates(world.asSystem);
  clock.forward(minutes(30));
  giveDueCertificates(world.asSystem);
  setCourse(world, { certificateNeeds: "attendance" });
  expect(giveDueCertificates(world.asSystem)).toBe(0);
  clock.forward(days(1));
  expect(giveDueCertificates(world.asSystem)).toBe(1);
});

test("a turn noted in the future, by a clock that was wrong, keeps nothing from anyone", () => {
  const { world, ann, clock } = certifiedWorld();
  // Later on the same day, so that the look at all of them is done as well.
  clock.forward(hours(3));
  giveDueCertificates(world.asSystem);
  clock.forward(-hours(3));
  answer(world, ann);
  expect(giveDueCertificates(world.asSystem)).toBe(1);
});

test("more than one turn takes are given all the same", () => {
  const world = certifiedWorld({ course: { certificateNeeds: "attendance" } });
  const sessionId = world.session({
    capacity: 9,
    meetings: [{ date: "2026-12-01", startTime: "09:30", endTime: "16:30" }],
  });
  const marks = Object.fromEntries(
    [1, 2, 3, 4].map(() => [world.book(sessionId, world.person()), "present"] as const),
  );
  takeRegisters(world.world, sessionId, marks);
  expect([1, 2, 3, 4].map(() => giveDueCertificates(world.asSystem, 2))).toEqual([2, 2, 1, 0]);
});

test("is the worker's alone", () => {
  const { world, annId, coordinator } = certifiedWorld();
  for (const ctx of [world.stranger, world.as(annId), world.as(coordinator)])
    expect(() => giveDueCertificates(ctx)).toThrow(Forbidden);
});

test("a turn with nothing to do writes nothing for a minute", () => {
  const { world, clock } = certifiedWorld();
  giveDueCertificates(world.asSystem);
  const before = digestOf(world.db);
  clock.forward(30_000);
  giveDueCertificates(world.asSystem);
  expect(digestOf(world.db)).toBe(before);
});

test("the questions of a turn use their indexes", () => {
  const { world, db, clock } = certifiedWorld();
  giveDueCertificates(world.asSystem);
  clock.forward(minutes(2));
  const asked: string[] = [];
  const prepare = db.$client.prepare.bind(db.$client);
  const spy = vi.spyOn(db.$client, "prepare").mockImplementation((source: string) => {
    asked.push(source);
    return prepare(source);
  });
  giveDueCertificates(world.asSystem);
  spy.mockRestore();
  const [turn] = asked.filter((source) => source.includes("audit_entries"));
  const plan = db.$client.prepare(`explain query plan ${turn}`).all("a", "b", "c", "d", 0, "T2", 9) as {
    detail: string;
  }[];
  const steps = plan.map(({ detail }) => detail).join("\n");
  expect(steps).toMatch(/SEARCH bookings USING INDEX sqlite_autoindex_bookings_1/);
  expect(steps).toMatch(/SEARCH audit_entries USING (COVERING )?INDEX audit_entries_by_action/);
  expect(steps).not.toMatch(/SCAN (bookings|audit_entries|certificates|responses|people)/);
});

test("the query and the rule agree, whatever the facts", () => {
  const { world, ann, annId, db, tables, sessionId } = certifiedWorld();
  expect(Object.keys(getTableColumns(tables.certificates))).toContain("withdrawnAt");
  const everyWay = [false, true];
  for (const state of ["confirmed", "attended", "partly attended", "did not attend"] as const)
    for (const needs of ["attendance", "attendance and evaluation"] as const)
      for (const answered of everyWay)
        for (const inForce of everyWay)
          for (const erased of everyWay) {
            db.delete(tables.certificates).run();
            db.delete(tables.evaluationReceipts).run();
            db.delete(tables.workerTurns).run();
            db.update(tables.bookings).set({ state }).run();
            db.update(tables.people)
              .set(erased ? { disabledAt: 1, erasedAt: 1 } : { erasedAt: null })
              .run();
            setCourse(world, { certificateNeeds: needs });
            if (answered)
              db.insert(tables.evaluationReceipts)
                .values({ bookingId: ann, stage: "T2", answeredAt: 0 })
                .run();
            if (inForce)
              db.insert(tables.certificates)
                .values({
                  ...{ id: "c", number: "c", bookingId: ann, personId: annId, courseId: "course" },
                  ...{ courseTitle: sessionId, minutes: 1, completedOn: "2026-11-17", givenAt: 0 },
                })
                .run();
            const decision = decideCertificate({ state, needs, answered, inForce, erased });
            const facts = JSON.stringify({ state, needs, answered, inForce, erased });
            const expected = decision === "give" || decision === "withdraw" ? 1 : 0;
            // A certificate of a booking that has no outcome cannot come to be: no way leads back from one.
            if (state === "confirmed" && inForce) continue;
            expect(giveDueCertificates(world.asSystem), facts).toBe(expected);
            expect(giveDueCertificates(world.asSystem), facts).toBe(0);
          }
});
