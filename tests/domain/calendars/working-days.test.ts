// Working days in England: what counts, and that the last moment and the count never disagree. Run in New York's zone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from "~/domain/calendars/calendars.server";
import { addDays, civilDateAt, instantOf } from "~/shared/civil-time";
import { days, hours, minutes } from "~/shared/clock";

test("Saturdays, Sundays and bank holidays are none, and neither are their substitute days", () => {
  const off = ["2026-11-21", "2026-11-22", "2026-12-25", "2026-12-26", "2026-12-28", "2027-01-01"];
  const easterAndMay = ["2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30"];
  for (const date of [...off, ...easterAndMay, "2027-12-27", "2027-12-28", "2028-01-03"])
    expect(isWorkingDay(date), date).toBe(false);
  // St Andrew's Day, Easter Saturday's Thursday, and Mothering Sunday's Monday are working days here.
  for (const date of ["2026-11-30", "2026-12-24", "2026-12-29", "2027-03-25", "2027-03-08", "2027-03-30"])
    expect(isWorkingDay(date), date).toBe(true);
});

test("neither the day of cancelling nor the day of the session counts", () => {
  const startsAt = instantOf("2026-11-20", "09:30"); // a Friday
  const from = (date: string, time = "12:00") => workingDaysBetween(instantOf(date, time), startsAt);
  expect(from("2026-11-16", "00:00")).toBe(3);
  expect(from("2026-11-16", "23:59")).toBe(3);
  expect(from("2026-11-17", "00:00")).toBe(2);
  expect(from("2026-11-19")).toBe(0);
  expect(from("2026-11-20", "09:29")).toBe(0);
  expect(from("2026-11-27")).toBe(0);
  expect(workingDaysBefore(startsAt, 3)).toBe(instantOf("2026-11-17", "00:00") - 1);
});

test("over Christmas and over Easter the bank holidays are left out", () => {
  // Thursday 31 December: before it Wednesday 30 and Tuesday 29 count, Monday 28 is a substitute day, then Thursday 24.
  const newYearsEve = instantOf("2026-12-31", "09:30");
  expect(workingDaysBefore(newYearsEve, 3)).toBe(instantOf("2026-12-24", "00:00") - 1);
  expect(workingDaysBetween(instantOf("2026-12-23", "23:59"), newYearsEve)).toBe(3);
  expect(workingDaysBetween(instantOf("2026-12-24", "00:00"), newYearsEve)).toBe(2);
  const afterEaster = instantOf("2027-03-31", "09:30"); // Wednesday; Good Friday is 26 March, Easter Monday the 29th
  expect(workingDaysBefore(afterEaster, 2)).toBe(instantOf("2027-03-25", "00:00") - 1);
});

test("an answer that is asked for within working days may be given to the end of the last of them", () => {
  const friday = instantOf("2026-11-20", "15:00");
  expect(workingDaysAfter(friday, 1)).toBe(instantOf("2026-11-24", "00:00") - 1);
  expect(workingDaysAfter(instantOf("2026-12-24", "10:00"), 2)).toBe(instantOf("2026-12-31", "00:00") - 1);
  expect(workingDaysAfter(friday, 0)).toBe(friday);
});

const anInstant = fc
  .integer({ min: 0, max: (3 * 365 * 24 * 60) / 5 })
  .map((step) => Date.UTC(2026, 0, 1) + minutes(step * 5));
const aroundClockChanges = fc
  .tuple(fc.constantFrom("2026-10-25", "2027-03-28"), fc.integer({ min: -600, max: 600 }))
  .map(([date, halfHours]) => instantOf(date, "00:00") + minutes(30 * halfHours));
const startsAt = fc.oneof(anInstant, aroundClockChanges);

describe("whatever the session's start and the count", () => {
  const counts = fc.integer({ min: 1, max: 30 });
  test("the last moment leaves exactly so many days, and the moment after it one less", () => {
    fc.assert(
      fc.property(startsAt, counts, (start, count) => {
        const last = workingDaysBefore(start, count);
        expect(workingDaysBetween(last, start)).toBe(count);
        expect(workingDaysBetween(last + 1, start)).toBe(count - 1);
      }),
    );
  });

  test("so many working days are never fewer hours than 24 each, give or take a clock change", () => {
    fc.assert(
      fc.property(startsAt, counts, (start, count) => {
        expect(start - workingDaysBefore(start, count)).toBeGreaterThanOrEqual(count * days(1) - hours(1));
      }),
    );
  });

  test("more notice is never fewer days, and every day counted is a working day between", () => {
    fc.assert(
      fc.property(startsAt, fc.nat(days(60)), fc.nat(days(5)), (start, before, more) => {
        const count = workingDaysBetween(start - before, start);
        expect(workingDaysBetween(start - before - more, start)).toBeGreaterThanOrEqual(count);
        let between = 0;
        const last = civilDateAt(start);
        for (let day = addDays(civilDateAt(start - before), 1); day < last; day = addDays(day, 1))
          if (isWorkingDay(day)) between += 1;
        expect(count).toBe(between);
      }),
    );
  });
});
