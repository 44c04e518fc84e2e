// Marks that waited on a phone, excused people, and what not coming costs.
import { describe, expect, test } from "vitest";
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { addWalkIn, finishRegister, lateUntil, markAttendance } from "~/domain/bookings/bookings.server";
import { missedBecause } from "~/domain/bookings/registers/register-rules";
import { attendanceFrom } from "~/domain/bookings/rules";
import type { SessionMode } from "~/domain/sessions/sessions";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { hours, minutes } from "~/shared/clock";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { registerWorld } from "./register-world";

describe("what marks come to", () => {
  const cases: [AttendanceMark[], ReturnType<typeof attendanceFrom>, ReturnType<typeof missedBecause>][] = [
    [["present"], "attended", null],
    [["late", "present"], "attended", null],
    [["left early"], "partly attended", "left early"],
    [["present", "absent"], "partly attended", null],
    [["absent"], "did not attend", "did not attend"],
    [["excused"], "did not attend", null],
    [["excused", "excused"], "did not attend", null],
    [["excused", "absent"], "did not attend", "did not attend"],
    [["excused", "present"], "partly attended", null],
    [["excused", "left early"], "partly attended", "left early"],
    [[], "did not attend", null],
  ];
  test.each(cases)("%j is %s, and may be charged as %s", (marks, outcome, charged) => {
    expect(attendanceFrom(marks)).toBe(outcome);
    expect(missedBecause(marks)).toBe(charged);
  });

  test("late is late until the terms' last minute, or without end", () => {
    const meeting = { startsAt: 1000, endsAt: 1000 + hours(3) };
    const until = (grace: number | null, rules: Partial<TermsRules> = {}, mode: SessionMode = "in person") =>
      lateUntil(meeting, { ...startingRules, ...rules, lateGraceMinutes: grace }, mode);
    expect(until(15)).toBe(1000 + minutes(15));
    expect(until(0)).toBe(1000);
    expect(until(null)).toBeNull();
    // The rule may be for full days only, or for online training only.
    expect(until(15, { lateGraceFor: "full days" })).toBeNull();
    expect(until(15, { lateGraceFor: "full days", halfDayUpToMinutes: 120 })).toBe(1000 + minutes(15));
    expect(until(15, { lateGraceFor: "online" })).toBeNull();
    expect(until(15, { lateGraceFor: "online" }, "online")).toBe(1000 + minutes(15));
  });
});

describe("a mark that waited without signal", () => {
  const at = (world: ReturnType<typeof registerWorld>, mark: AttendanceMark | null, tapped: number) =>
    markAttendance(world.trainer, {
      meetingId: world.first.id,
      marks: new Map([[world.ann, mark]]),
      tapped: new Map([[world.ann, tapped]]),
    });
  const kept = ({ db, tables }: ReturnType<typeof registerWorld>) =>
    db
      .select()
      .from(tables.attendanceMarks)
      .all()
      .map(({ mark, markedAt }) => [mark, markedAt]);

  test("keeps the instant of the tap, and never writes over a newer one", () => {
    const world = registerWorld();
    const { clock, ann, mark, db } = world;
    const start = clock.now();
    clock.forward(minutes(30));
    expect(at(world, "present", start)).toEqual({ ok: true, value: { changed: 1 } });
    expect(kept(world)).toEqual([["present", start]]);
    mark({ [ann]: "left early" });
    const before = digestOf(db);
    expect(at(world, "absent", clock.now() - 1)).toEqual({ ok: true, value: { changed: 0 } });
    expect(at(world, null, clock.now() - 1)).toEqual({ ok: true, value: { changed: 0 } });
    expect(digestOf(db)).toBe(before);
    expect(at(world, "absent", clock.now())).toEqual({ ok: true, value: { changed: 1 } });
  });

  test("sent again is harmless, even after another mark", () => {
    const world = registerWorld();
    const { clock, db, ann, mark } = world;
    const tapped = clock.now();
    clock.forward(minutes(1));
    at(world, "present", tapped);
    const before = digestOf(db);
    expect(at(world, "present", tapped)).toEqual({ ok: true, value: { changed: 0 } });
    expect(digestOf(db)).toBe(before);
    mark({ [ann]: "late" });
    expect(at(world, "present", tapped)).toEqual({ ok: true, value: { changed: 0 } });
  });

  test("the same mark once more counts from then on: what another phone tapped in between is older", () => {
    const world = registerWorld();
    const { clock } = world;
    const start = clock.now();
    clock.forward(minutes(30));
    at(world, "present", start);
    const added = watch(world);
    at(world, "present", start + 20);
    expect(kept(world)).toEqual([["present", start + 20]]);
    expect(at(world, "absent", start + 10)).toEqual({ ok: true, value: { changed: 0 } });
    expect(kept(world)).toEqual([["present", start + 20]]);
    expect(inShort(added())).toEqual(nothing);
  });

  test("an instant in the future counts as now, one before the register opened as when it opened", () => {
    const world = registerWorld();
    const { clock, first, ann, mark } = world;
    at(world, "present", clock.now() + hours(5));
    expect(kept(world)).toEqual([["present", clock.now()]]);
    clock.forward(1);
    mark({ [ann]: "late" });
    expect(kept(world)).toEqual([["late", clock.now()]]);
    mark({ [ann]: null });
    at(world, "absent", 0);
    expect(kept(world)).toEqual([["absent", first.startsAt - hours(1)]]);
  });
});

describe("what not coming costs", () => {
  const chargesOf = ({ db, tables }: ReturnType<typeof registerWorld>) =>
    db
      .select()
      .from(tables.charges)
      .all()
      .map(({ bookingId, kind, state, pence }) => ({ bookingId, kind, state, pence }));

  test("who did not come is charged when the register is settled, once; who was excused is not", () => {
    const world = registerWorld({ terms: {} });
    const { ann, bob, first, mark, trainer, db } = world;
    mark({ [ann]: "absent", [bob]: "excused" });
    expect(chargesOf(world)).toEqual([]);
    const added = watch(world);
    finishRegister(trainer, first.id);
    expect(chargesOf(world)).toEqual([{ bookingId: ann, kind: "did not attend", state: "due", pence: 5000 }]);
    expect(inShort(added())).toEqual({
      audit: [
        "bookings.register finished",
        "charges.due",
        "bookings.did not attend",
        "bookings.did not attend",
        "sessions.delivered",
      ],
      messages: ["charge made"],
    });
    const before = digestOf(db);
    finishRegister(trainer, first.id);
    mark({ [ann]: "absent" });
    expect(digestOf(db)).toBe(before);
  });

  test("put right to excused takes the charge back although the state stays, and absent again makes it due again", () => {
    const world = registerWorld({ terms: {} });
    const { ann, bob, first, mark, trainer, stateOf, clock } = world;
    mark({ [ann]: "absent", [bob]: "present" });
    finishRegister(trainer, first.id);
    clock.forward(1);
    mark({ [ann]: "excused" });
    expect(stateOf(ann)).toBe("did not attend");
    expect(chargesOf(world)).toMatchObject([{ state: "withdrawn" }]);
    clock.forward(1);
    mark({ [ann]: "absent" });
    expect(chargesOf(world)).toMatchObject([{ state: "due" }]);
    clock.forward(1);
    mark({ [ann]: "present" });
    expect(stateOf(ann)).toBe("attended");
    expect(chargesOf(world)).toMatchObject([{ state: "withdrawn" }]);
  });

  test("leaving early is charged only where the terms say so, and becomes a charge for not coming when put right to that", () => {
    const lenient = registerWorld({ terms: { leavingEarlyIsNoShow: false } });
    lenient.mark({ [lenient.ann]: "left early", [lenient.bob]: "present" });
    finishRegister(lenient.trainer, lenient.first.id);
    expect(chargesOf(lenient)).toEqual([]);
    const strict = registerWorld({ terms: { leavingEarlyIsNoShow: true } });
    strict.mark({ [strict.ann]: "left early", [strict.bob]: "present" });
    finishRegister(strict.trainer, strict.first.id);
    expect(chargesOf(strict)).toMatchObject([{ bookingId: strict.ann, kind: "left early", state: "due" }]);
    strict.clock.forward(1);
    strict.mark({ [strict.ann]: "absent" });
    expect(chargesOf(strict)).toMatchObject([
      { kind: "left early", state: "withdrawn" },
      { kind: "did not attend", state: "due" },
    ]);
  });

  test("somebody who came without a booking is charged nothing, whatever becomes of their marks", () => {
    const world = registerWorld({ terms: { leavingEarlyIsNoShow: true } });
    const { trainer, first, ann, bob, mark, db, tables } = world;
    const email = `${world.person()}@police.example.org`;
    addWalkIn(trainer, { meetingId: first.id, email, name: "", agencyId: null });
    const walkIn = db.select().from(tables.bookings).all().at(-1)?.id ?? "";
    // Not for want of terms: they are not asked.
    db.update(tables.bookings)
      .set({ termsId: db.select().from(tables.bookingTerms).get()?.id })
      .run();
    mark({ [ann]: "present", [bob]: "present", [walkIn]: "left early" });
    finishRegister(trainer, first.id);
    mark({ [walkIn]: "absent" });
    expect(chargesOf(world)).toEqual([]);
  });

  test("a meeting at which nobody marked them is not charged: they booked after its register was finished", () => {
    const world = registerWorld({ meetings: 2, terms: {} });
    const { ann, bob, first, second, mark, trainer, clock, stateOf, sessionId } = world;
    clock.set(first.startsAt - minutes(30));
    mark({ [ann]: "present", [bob]: "present" });
    finishRegister(trainer, first.id);
    const late = world.book(sessionId, world.person());
    clock.set(second.startsAt);
    mark({ [ann]: "present", [bob]: "present", [late]: "excused" }, second.id);
    finishRegister(trainer, second.id);
    expect(stateOf(late)).toBe("did not attend");
    expect(chargesOf(world)).toEqual([]);
  });

  test("without terms in force nothing is charged", () => {
    const world = registerWorld();
    world.mark({ [world.ann]: "absent", [world.bob]: "absent" });
    finishRegister(world.trainer, world.first.id);
    expect(chargesOf(world)).toEqual([]);
  });
});
