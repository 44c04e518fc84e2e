// Tests worth having from day one, about what follows a booking: notice, the register's figures and the certificate.
// Feeds and calendar entries are tested with calendars, suppression with the impact report.
import { describe, expect, test } from "vitest";
import {
  addWalkIn,
  bookPlace,
  cancelBooking,
  finishRegister,
  markAttendance,
  readAttendance,
} from "~/domain/bookings/bookings.server";
import { attendanceRate } from "~/domain/bookings/registers/attendance-rate";
import { giveCertificates } from "~/domain/certificates/certificates.server";
import { recordResponse } from "~/domain/evaluations/evaluations.server";
import { meetingsOf } from "~/domain/sessions/sessions.server";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { instantOf } from "~/shared/civil-time";
import { given } from "../../support/world";
import { ruledWorld } from "./ruled-world";

/** One person's place on a day after Christmas: 25 December is a Friday, and Monday the 28th is a bank holiday too. */
function christmasPlace(notice: TermsRules["notice"]) {
  const ruled = ruledWorld({}, { notice });
  const { world } = ruled;
  const sessionId = ruled.session({
    meetings: [{ date: "2026-12-31", startTime: "09:30", endTime: "16:30" }],
  });
  const personId = world.person();
  const booked = bookPlace(world.as(personId), { sessionId, personId, ifFull: "refuse" });
  if (!booked.ok) throw new Error(booked.reason);
  const charged = () => world.db.select().from(world.tables.charges).all().length > 0;
  const late = () => world.db.select().from(world.tables.bookingChanges).all().at(-1)?.late;
  const cancelAt = (at: number) => {
    world.clock.set(at);
    return cancelBooking(world.as(personId), { bookingId: booked.value.bookingId });
  };
  return { cancelAt, charged, late };
}

describe("72-hour and n-working-day cut-offs over a bank holiday", () => {
  const { tiers } = startingRules.notice;
  const hoursRule: TermsRules["notice"] = { unit: "hours", tiers: [{ under: 72, percent: 100 }] };
  test.each([
    [
      "three working days, on the last free day",
      startingRules.notice,
      instantOf("2026-12-23", "23:59"),
      false,
    ],
    ["three working days, a day later", startingRules.notice, instantOf("2026-12-24", "00:00"), true],
    ["72 hours, to the minute", hoursRule, instantOf("2026-12-28", "09:30"), false],
    ["72 hours, a moment later", hoursRule, instantOf("2026-12-28", "09:30") + 1, true],
    [
      "none asked for",
      { unit: "hours", tiers: [] } as TermsRules["notice"],
      instantOf("2026-12-31", "09:29"),
      false,
    ],
  ])("%s", (_, notice, at, late) => {
    expect(tiers).toEqual([{ under: 3, percent: 100 }]);
    const place = christmasPlace(notice);
    expect(place.cancelAt(at)).toEqual({ ok: true, value: null });
    expect([place.charged(), place.late()]).toEqual([late, late]);
  });
});

/** A session of three with one walk-in, its register finished: one there, one not, one excused. */
function registerTaken() {
  const { world, session } = ruledWorld();
  const sessionId = session({ capacity: 3 });
  const [ann, bob, cid] = [0, 1, 2].map(() => world.book(sessionId, world.person()));
  if (!ann || !bob || !cid) throw new Error("Three people were booked.");
  const [meeting] = meetingsOf(world, sessionId);
  if (!meeting) throw new Error("A session has a meeting.");
  world.clock.set(meeting.startsAt);
  const walker = world.person();
  const email = `${walker}@police.example.org`;
  const added = addWalkIn(world.asSystem, { meetingId: meeting.id, email, name: "", agencyId: null });
  if (!added.ok) throw new Error(added.reason);
  const marks = new Map([
    [ann, "present"],
    [bob, "absent"],
    [cid, "excused"],
    [added.value.bookingId, "present"],
  ] as const);
  markAttendance(world.asSystem, { meetingId: meeting.id, marks });
  world.clock.set(meeting.endsAt);
  finishRegister(world.asSystem, meeting.id);
  return { world, sessionId, ann };
}

test("attendance rate with and without walk-ins", () => {
  const { world, sessionId } = registerTaken();
  const seen = readAttendance(world.as(world.coordinator), sessionId);
  expect(seen?.counts).toMatchObject({ attended: 1, absent: 1, excused: 1, walkIns: 1 });
  expect(seen?.rate).toMatchObject({ expected: 2, withoutWalkIns: 0.5, withWalkIns: 1 });
  // Leicester, Leicestershire and Rutland, first quarter of 2016–17: 96% with walk-ins, 85% without.
  const published = { attended: 269, partly: 0, absent: 49, excused: 0, walkIns: 35 };
  const { withoutWalkIns, withWalkIns } = attendanceRate(published);
  expect([withWalkIns, withoutWalkIns].map((share) => Math.round((share ?? 0) * 100))).toEqual([96, 85]);
});

test("certificate withheld then released by evaluation", () => {
  const { world, ann } = registerTaken();
  expect(giveCertificates(world.asSystem, ann)).toBe("hold back");
  expect(world.db.select().from(world.tables.certificates).all()).toEqual([]);
  recordResponse(world.asSystem, { bookingId: ann, stage: "T2" }, given());
  expect(giveCertificates(world.asSystem, ann)).toBe("give");
  expect(world.db.select().from(world.tables.certificates).all()).toMatchObject([{ bookingId: ann }]);
});
