// Around every clock change of 2026 and 2027, two parsers find the instants that were meant. Run in New York's zone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf } from "~/shared/civil-time";
import { days, minutes } from "~/shared/clock";
import { calendarOf, meetingAt, readByIcalJs, readByNodeIcal } from "./support";

const changes = [
  Date.UTC(2026, 2, 29, 1),
  Date.UTC(2026, 9, 25, 1),
  Date.UTC(2027, 2, 28, 1),
  Date.UTC(2027, 9, 31, 1),
];

const step = minutes(5);
/** A meeting of up to half a day, somewhere within two days of a clock change. */
const spans = fc
  .tuple(
    fc.constantFrom(...changes),
    fc.integer({ min: -days(2) / step, max: days(2) / step }),
    fc.integer({ min: 1, max: 144 }),
  )
  .map(([change, offset, length]) => {
    const start = change + offset * step;
    return { start, end: start + length * step };
  });

/** Whether both parsers find the meetings where they were put, after `spoil` has had its way with the text. */
const foundAgain = (spoil: (text: string) => string = (text) => text) =>
  fc.property(fc.array(spans, { minLength: 1, maxLength: 4 }), (meant) => {
    const text = spoil(
      calendarOf(...meant.map(({ start, end }, index) => meetingAt(start, end, `m${index}`))),
    );
    const expected = meant.map((span, index) => ({
      uid: `sample-booking-m${index}@training.example`,
      ...span,
    }));
    expect(readByIcalJs(text)).toEqual(expected);
    expect(readByNodeIcal(text)).toEqual(expected);
  });

describe("random meetings", () => {
  test("are found at their exact instants by ical.js and node-ical", () => {
    fc.assert(foundAgain(), { numRuns: 150 });
  });

  test("control: floating times, the zone's rules left out, or UTC digits under London's name are caught", () => {
    const floating = (text: string) => text.replaceAll(";TZID=Europe/London", "");
    const wrongZone = (text: string) => text.replaceAll("TZID=Europe/London", "TZID=America/New_York");
    const inUtcDigits = (text: string) =>
      text.replace(/(DT(?:START|END)):(\d{8}T\d{6})Z/g, "$1;TZID=Europe/London:$2");
    for (const spoil of [floating, wrongZone, inUtcDigits]) {
      expect(fc.check(foundAgain(spoil), { numRuns: 300 }).failed, spoil.name).toBe(true);
    }
  });
});

describe("the hour that October repeats", () => {
  test("is written in UTC, both times round", () => {
    const first = Date.UTC(2026, 9, 25, 0, 15);
    const second = Date.UTC(2026, 9, 25, 1, 15);
    const text = calendarOf(
      meetingAt(first, first + minutes(30), "m1"),
      meetingAt(second, second + minutes(30), "m2"),
    );
    expect(text.match(/DTSTART:20261025T001500Z|DTSTART:20261025T011500Z/g)).toHaveLength(2);
    expect(text).not.toContain("TZID=");
    for (const read of [readByIcalJs, readByNodeIcal]) {
      expect(read(text).map((span) => span.start)).toEqual([first, second]);
    }
  });

  test("meetings beside it keep London's wall time", () => {
    const start = instantOf("2026-10-25", "02:00");
    expect(calendarOf(meetingAt(start, start + minutes(60)))).toContain(
      "DTSTART;TZID=Europe/London:20261025T020000",
    );
  });
});

test("nine thirty is nine thirty on both sides of each change", () => {
  for (const [before, after] of [
    ["2026-03-27", "2026-03-30"],
    ["2026-10-23", "2026-10-26"],
    ["2027-03-26", "2027-03-29"],
    ["2027-10-29", "2027-11-01"],
  ] as const) {
    const at = [instantOf(before, "09:30"), instantOf(after, "09:30")] as const;
    const text = calendarOf(
      meetingAt(at[0], at[0] + minutes(60), "m1"),
      meetingAt(at[1], at[1] + minutes(60), "m2"),
    );
    expect(text.match(/DTSTART;TZID=Europe\/London:\d{8}T093000/g)).toHaveLength(2);
    expect(readByIcalJs(text).map((span) => span.start)).toEqual(at);
    expect(readByNodeIcal(text).map((span) => span.start)).toEqual(at);
  }
});
