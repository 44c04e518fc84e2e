// Checking oneself in: the code that changes each minute, who may when, and that a trainer's mark stays.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkIn,
  checkInToken,
  finishRegister,
  readCheckIn,
  readCheckInToken,
  secondsToNextCode,
} from "~/domain/bookings/bookings.server";
import { onTimeMinutes } from "~/domain/bookings/registers/self-check-in-rules";
import { hours, minutes } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { registerWorld } from "./register-world";

describe("the code", () => {
  const secret = "a secret for tests, long enough to be one";
  const at = Date.UTC(2026, 10, 17, 9, 30, 20);
  const token = checkInToken(secret, { meetingId: "m-1", at });
  const fresh = (now: number) => readCheckInToken(secret, token, now)?.fresh;

  test("is good in its own minute and the one after, and in no other", () => {
    const minute = Date.UTC(2026, 10, 17, 9, 30);
    expect(readCheckInToken(secret, token, at)).toEqual({ meetingId: "m-1", fresh: true });
    expect([minute - 1, minute, minute + 119_999, minute + 120_000].map(fresh)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(checkInToken(secret, { meetingId: "m-1", at: minute + 59_999 })).toBe(token);
    expect(checkInToken(secret, { meetingId: "m-1", at: minute + 60_000 })).not.toBe(token);
  });

  test("shown until the next, it is always still good when the page that shows it is renewed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (instant) => {
        const seconds = secondsToNextCode(instant) + 1;
        expect(seconds).toBeGreaterThan(1);
        const shown = checkInToken(secret, { meetingId: "m", at: instant });
        expect(readCheckInToken(secret, shown, instant + seconds * 1000)?.fresh).toBe(true);
      }),
    );
  });

  test("is nobody else's to make: any other letter, meeting, minute or secret opens nothing", () => {
    const [meeting = "", minute = "", signed = ""] = token.split("~");
    const later = String(Number(minute) + 1);
    for (const forged of [
      `m-2~${minute}~${signed}`,
      `${meeting}~${later}~${signed}`,
      `${meeting}~${minute}~${signed.slice(0, -1)}`,
      `${meeting}~${minute}~${signed}x`,
      `${meeting}~${minute}~`,
      `${meeting}~0x1~${signed}`,
      `${token}~more`,
      "",
      "~~",
    ])
      expect(readCheckInToken(secret, forged, at)).toBeNull();
    expect(readCheckInToken("another secret", token, at)).toBeNull();
  });
});

describe("checking in", () => {
  const me = (world: ReturnType<typeof registerWorld>) => world.as(world.annId);
  const marks = ({ db, tables }: ReturnType<typeof registerWorld>) =>
    db.select().from(tables.attendanceMarks).all();

  test("marks the person present, by themselves, with one entry; again changes nothing", () => {
    const world = registerWorld();
    const { first, ann, annId, clock, db } = world;
    const added = watch(world);
    expect(readCheckIn(me(world), first.id)).toMatchObject({ mark: null, refusal: null });
    expect(checkIn(me(world), first.id)).toEqual({ ok: true, value: { mark: "present" } });
    expect(marks(world)).toEqual([
      { bookingId: ann, meetingId: first.id, mark: "present", markedAt: clock.now(), markedBy: annId },
    ]);
    expect(inShort(added())).toEqual({ audit: ["bookings.checked in"], messages: [] });
    const before = digestOf(db);
    clock.forward(minutes(30));
    expect(checkIn(me(world), first.id)).toEqual({ ok: true, value: { mark: "present" } });
    expect(digestOf(db)).toBe(before);
  });

  test("is late after the minutes that a queue takes, and the trainer's to decide after the terms' grace", () => {
    const world = registerWorld({ terms: { lateGraceMinutes: 15 } });
    const { first, clock, bobId } = world;
    clock.set(first.startsAt + minutes(onTimeMinutes) + 1);
    expect(checkIn(me(world), first.id)).toEqual({ ok: true, value: { mark: "late" } });
    clock.set(first.startsAt + minutes(15));
    expect(readCheckIn(world.as(bobId), first.id).refusal).toBeNull();
    clock.forward(1);
    expect(checkIn(world.as(bobId), first.id)).toEqual({ ok: false, reason: "too late" });
    expect(marks(world)).toHaveLength(1);
    const exact = registerWorld();
    exact.clock.set(exact.first.startsAt + minutes(onTimeMinutes));
    expect(checkIn(me(exact), exact.first.id)).toEqual({ ok: true, value: { mark: "present" } });
  });

  test("never writes over what the trainer marked, and the trainer may write over it", () => {
    const world = registerWorld();
    const { first, ann, mark, db } = world;
    mark({ [ann]: "absent" });
    const before = digestOf(db);
    expect(checkIn(me(world), first.id)).toEqual({ ok: false, reason: "marked already" });
    expect(digestOf(db)).toBe(before);
    mark({ [ann]: null });
    checkIn(me(world), first.id);
    mark({ [ann]: "late" });
    expect(marks(world)).toMatchObject([{ mark: "late", markedBy: world.trainerId }]);
  });

  test("opens with the register, at that very instant, and ends with the meeting or the finished register", () => {
    const world = registerWorld();
    const { first, clock, ann, bob, mark, trainer, ids, tables, db, sessionId } = world;
    clock.set(first.startsAt - hours(1) - 1);
    expect(checkIn(me(world), first.id)).toEqual({ ok: false, reason: "not open yet" });
    clock.forward(1);
    expect(readCheckIn(me(world), first.id).refusal).toBeNull();
    clock.set(first.endsAt);
    expect(checkIn(me(world), first.id)).toEqual({ ok: false, reason: "over" });
    clock.set(first.startsAt);
    mark({ [ann]: "present", [bob]: "present" });
    finishRegister(trainer, first.id);
    const late = world.person();
    const row = { sessionId, personId: late, createdAt: 0, updatedAt: 0 };
    db.insert(tables.bookings)
      .values({ ...row, id: ids.id(), reference: "LATE-LATE", state: "confirmed" })
      .run();
    expect(checkIn(world.as(late), first.id)).toEqual({ ok: false, reason: "register finished" });
    db.update(tables.sessions).set({ status: "cancelled" }).run();
    expect(checkIn(world.as(late), first.id)).toEqual({ ok: false, reason: "session cancelled" });
  });

  test("without a place it changes nothing: others, the waiting list, a draft, a stranger, another session", () => {
    const world = registerWorld();
    const { first, clock, sessionId, db, tables, annId } = world;
    clock.set(first.startsAt - hours(2));
    world.book(sessionId, world.person());
    const waiter = world.person();
    world.book(sessionId, waiter);
    clock.set(first.startsAt);
    const elsewhere = world.person();
    world.book(
      world.session({ meetings: [{ date: "2026-12-01", startTime: "09:00", endTime: "12:00" }] }),
      elsewhere,
    );
    for (const id of [world.person(), waiter, elsewhere, world.trainerId]) {
      const unchanged = digestOf(db);
      expect(checkIn(world.as(id), first.id)).toEqual({ ok: false, reason: "no place" });
      expect(digestOf(db)).toBe(unchanged);
    }
    expect(() => checkIn(world.stranger, first.id)).toThrow(NotFound);
    expect(() => checkIn(world.asSystem, first.id)).toThrow(NotFound);
    expect(() => checkIn(world.as(annId), "no such meeting")).toThrow(NotFound);
    db.update(tables.sessions).set({ status: "draft" }).run();
    expect(() => readCheckIn(world.as(annId), first.id)).toThrow(NotFound);
  });
});
