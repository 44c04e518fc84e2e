// What a booking page knows before somebody asks is what booking then does: places by mode and agency, clashes, approval.
import { expect, test } from "vitest";
import { bookPlace, cancelBooking, holdPlaces, readChances } from "~/domain/bookings/bookings.server";
import { addDays } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";

function chances() {
  const world = makeWorld();
  const ann = world.person();
  const of = (sessionId: string, personId = ann) => readChances(world, { sessionId, personId });
  return { ...world, world, ann, of };
}

test("places are those this person could have: kept ones count for their agency alone, and those who wait come first", () => {
  const { world, of, session, person, ann } = chances();
  const sessionId = session({
    capacity: 3,
    meetings: [{ date: addDays(world.today, 40), startTime: "09:30", endTime: "16:30" }],
  });
  const hold = { sessionId, kind: "quota", agencyId: "health", mode: "in person", places: 2 } as const;
  expect(holdPlaces(world.as(world.coordinator), hold).ok).toBe(true);
  const nurse = person({ agencyId: "health" });
  expect(of(sessionId).modes).toEqual([{ mode: "in person", places: 1 }]);
  expect(of(sessionId, nurse).modes).toEqual([{ mode: "in person", places: 3 }]);
  world.book(sessionId, person());
  expect(of(sessionId).modes).toEqual([{ mode: "in person", places: 0 }]);
  for (const [who, state] of [
    [ann, "waiting"],
    [nurse, "confirmed"],
  ] as const) {
    const booked = bookPlace(world.as(who), { sessionId, personId: who, ifFull: "wait" });
    expect(booked).toMatchObject({ ok: true, value: { state } });
  }
});

test("clashes are own bookings at the same hours that may still come to something, on any of their days", () => {
  const { world, of, session, ann } = chances();
  const day = (date: string, startTime: string, endTime: string) => ({ date, startTime, endTime });
  const [first, second] = [addDays(world.today, 20), addDays(world.today, 21)];
  const sessionId = session({ meetings: [day(first, "09:00", "12:00"), day(second, "09:00", "12:00")] });
  const after = session({ meetings: [day(first, "12:00", "14:00")] });
  const during = session({ meetings: [day(second, "11:00", "14:00")] });
  world.book(after, ann);
  expect(of(sessionId).clashes).toEqual([]);
  const id = world.book(during, ann);
  expect(of(sessionId).clashes).toMatchObject([{ bookingId: id, courseTitle: "Neglect" }]);
  cancelBooking(world.as(ann), { bookingId: id });
  expect(of(sessionId).clashes).toEqual([]);
});

test("somebody who is no one, and a session that is none, are not found", () => {
  const { of, session } = chances();
  expect(() => of("none")).toThrow(NotFound);
  expect(() => of(session(), "none")).toThrow(NotFound);
});
