// London's days: which one an instant is in, and when one begins, as a library of time zones has it.
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { civilDateAt, instantOf, startOfDay } from "~/shared/civil-time";
import { hours } from "~/shared/clock";

const zone = "Europe/London";
const byLibrary = (instant: number) => DateTime.fromMillis(instant, { zone });
/** Around each clock change of 2026 and 2027, in 1970 when London kept summer time all year, and anywhen to 2200. */
const instants = fc.oneof(
  ...["2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"].map((date) => {
    const about = instantOf(date, "00:00");
    return fc.integer({ min: about - hours(26), max: about + hours(50) });
  }),
  fc.integer({ min: 0, max: Date.UTC(1973, 0, 1) }),
  fc.integer({ min: 0, max: Date.UTC(2201, 0, 1) }),
  fc.integer({ min: -hours(24 * 365), max: 0 }),
);

describe("the day of an instant in London", () => {
  test("is the one that the library has, also the second time that it is asked for", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const date = byLibrary(instant).toFormat("yyyy-MM-dd");
        for (const _time of [1, 2]) {
          expect(civilDateAt(instant)).toBe(date);
          expect(startOfDay(date)).toBe(byLibrary(instant).startOf("day").toMillis());
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("control: the day of UTC is another one in the first hour of a summer's day", () => {
    const instant = instantOf("2026-07-01", "00:30");
    expect(civilDateAt(instant)).toBe("2026-07-01");
    expect(new Date(instant).toISOString().slice(0, 10)).toBe("2026-06-30");
  });

  test("other zones have their own", () => {
    const instant = instantOf("2026-07-01", "00:30");
    expect(civilDateAt(instant, "America/New_York")).toBe("2026-06-30");
    expect(startOfDay("2026-07-01", "America/New_York")).toBe(
      instantOf("2026-07-01", "00:00", "America/New_York"),
    );
  });
});
