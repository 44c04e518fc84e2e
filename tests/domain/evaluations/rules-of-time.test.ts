// When each stage may be answered: at both edges of each window, over both changes of the clocks, and for whom.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Stage } from "~/domain/evaluations/evaluations";
import {
  type EvaluationSubject,
  lastStageCloses,
  letterDays,
  mayAnswer,
  timesOf,
} from "~/domain/evaluations/evaluations.server";
import { addDays, civilDateAt, instantOf, wallTimeAt } from "~/shared/civil-time";
import { days, hours, minutes } from "~/shared/clock";

/** Somebody booked on a day, 9:30 to 16:30, that is not over yet. */
const booked = (day = "2026-11-17", more: Partial<EvaluationSubject> = {}): EvaluationSubject => ({
  startsAt: instantOf(day, "09:30"),
  endsAt: instantOf(day, "16:30"),
  registerTakenAt: null,
  state: "confirmed",
  walkIn: false,
  answered: [],
  onArrival: true,
  sixMonths: true,
  managerMayBeAsked: true,
  erased: false,
  ...more,
});
/** Somebody who came, with the register finished eight minutes after the end. */
const came = (day = "2026-11-17", more: Partial<EvaluationSubject> = {}): EvaluationSubject =>
  booked(day, {
    state: "attended",
    registerTakenAt: instantOf(day, "16:38"),
    ...more,
  });

/** What may be answered at an instant, in one word. */
const at = (stage: Stage, subject: EvaluationSubject, now: number): string => {
  const may = mayAnswer(stage, subject, now);
  return may.open ? (may.keptApart ?? "in time") : may.because;
};
const around = (stage: Stage, subject: EvaluationSubject, now: number) => [
  at(stage, subject, now - 1),
  at(stage, subject, now),
];
const london = (day: string, time = "00:00") => instantOf(day, time);

// Ordinary days; then days whose weeks, months or 48 hours go over the clocks going back or forward.
const dates = ["2026-11-17", "2026-10-23", "2026-10-24", "2027-03-26", "2027-03-27", "2027-02-10"];

describe.each(dates)("a training on %s", (day) => {
  const weeksLater = (weeks: number, more = 0) => london(addDays(day, weeks * 7 + more));

  test("T0: from the booking until half an hour into the first meeting, or until the last register is finished", () => {
    const subject = booked(day);
    expect(at("T0", subject, 0)).toBe("in time");
    expect(around("T0", subject, subject.startsAt + minutes(30))).toEqual(["in time", "closed"]);
    const early = { ...subject, registerTakenAt: subject.startsAt + minutes(10) };
    expect(around("T0", early, subject.startsAt + minutes(10))).toEqual(["in time", "closed"]);
  });

  test("T1: from an hour before the start; an hour after it, until T2 opens, kept apart", () => {
    const subject = booked(day);
    const { startsAt } = subject;
    expect(around("T1", subject, startsAt - minutes(60))).toEqual(["not open yet", "in time"]);
    expect(around("T1", subject, startsAt + minutes(60))).toEqual(["in time", "training had begun"]);
    expect(at("T1", subject, startsAt + hours(30))).toBe("training had begun");
    const done = { ...subject, registerTakenAt: startsAt + hours(7) };
    expect(around("T1", done, startsAt + hours(7))).toEqual(["training had begun", "closed"]);
  });

  test("T2: opens with the last register; 48 real hours; then until the window of T3, kept apart", () => {
    const subject = came(day);
    const opensAt = subject.registerTakenAt ?? 0;
    expect(at("T2", booked(day), opensAt)).toBe("not open yet");
    expect(around("T2", subject, opensAt)).toEqual(["not open yet", "in time"]);
    expect(around("T2", subject, opensAt + hours(48))).toEqual(["in time", "after 48 hours"]);
    expect(around("T2", subject, weeksLater(6))).toEqual(["after 48 hours", "closed"]);
  });

  test("T3: the whole days of weeks 6 to 12, then until week 26 kept apart", () => {
    const subject = came(day);
    expect(around("T3", subject, weeksLater(6))).toEqual(["not open yet", "in time"]);
    expect(around("T3", subject, weeksLater(12, 1))).toEqual(["in time", "after week 12"]);
    expect(around("T3", subject, weeksLater(26, 1))).toEqual(["after week 12", "closed"]);
  });

  test("M: from week 10, or once T3 is in, through week 16", () => {
    const subject = came(day);
    expect(around("M", subject, weeksLater(10))).toEqual(["not open yet", "in time"]);
    expect(at("M", { ...subject, answered: ["T3"] }, weeksLater(7))).toBe("in time");
    expect(around("M", subject, weeksLater(16, 1))).toEqual(["in time", "closed"]);
  });

  test("every window of days begins at midnight on the wall in London, whatever the clocks did", () => {
    for (const stage of ["T3", "M", "T4"] as const) {
      const times = timesOf(stage, came(day));
      for (const instant of [times?.opensAt, times?.inTimeUntil, times?.closesAt])
        expect(wallTimeAt(instant ?? 1)).toBe("00:00");
    }
  });
});

describe("months", () => {
  test.each([
    ["2026-11-17", "2027-05-17", "2027-07-18", "2027-09-18"],
    // Half a year after the last of August is the last of February.
    ["2026-08-31", "2027-02-28", "2027-05-01", "2027-07-01"],
    // Over both changes of the clocks, and to the day on which they go forward.
    ["2026-09-28", "2027-03-28", "2027-05-29", "2027-07-29"],
    ["2026-04-25", "2026-10-25", "2026-12-26", "2027-02-26"],
  ])(
    "T4 of a training on %s opens on %s, is in time before %s and closes on %s",
    (day, opens, late, closes) => {
      const subject = came(day);
      expect(around("T4", subject, london(opens))).toEqual(["not open yet", "in time"]);
      expect(around("T4", subject, london(late))).toEqual(["in time", "after month 8"]);
      expect(around("T4", subject, london(closes))).toEqual(["after month 8", "closed"]);
    },
  );

  test("letters go in weeks 8, 9 and 10, and at six months and two weeks later", () => {
    const endsAt = london("2026-10-20", "16:30");
    expect(letterDays("T3", endsAt)).toEqual(["2026-12-15", "2026-12-22", "2026-12-29"]);
    expect(letterDays("T4", endsAt)).toEqual(["2027-04-20", "2027-05-04"]);
  });
});

test("48 hours over the changed clocks end at another time of the day: an hour is an hour", () => {
  const back = timesOf("T2", came("2026-10-24"))?.inTimeUntil ?? 0;
  expect([civilDateAt(back), wallTimeAt(back)]).toEqual(["2026-10-26", "15:38"]);
  const forward = timesOf("T2", came("2027-03-27"))?.inTimeUntil ?? 0;
  expect([civilDateAt(forward), wallTimeAt(forward)]).toEqual(["2027-03-29", "17:38"]);
});

describe("who is asked", () => {
  const now = london("2026-11-17", "09:00");
  test.each([
    ["T0", booked(), "in time"],
    ["T0", booked("2026-11-17", { state: "requested" }), "in time"],
    ["T0", booked("2026-11-17", { state: "awaiting approval" }), "in time"],
    ["T0", booked("2026-11-17", { state: "waiting" }), "no place"],
    ["T0", booked("2026-11-17", { state: "offered" }), "no place"],
    ["T0", booked("2026-11-17", { state: "moved" }), "no place"],
    ["T0", booked("2026-11-17", { walkIn: true }), "not asked"],
    ["T1", booked("2026-11-17", { walkIn: true }), "in time"],
    ["T1", booked("2026-11-17", { onArrival: false }), "not asked"],
    ["T1", booked("2026-11-17", { state: "requested" }), "no place"],
    ["T1", booked("2026-11-17", { answered: ["T1"] }), "already answered"],
    ["T1", booked("2026-11-17", { answered: ["T0"] }), "in time"],
    ["T0", booked("2026-11-17", { erased: true }), "no place"],
  ] as const)("before: %s of %j is %s", (stage, subject, word) => {
    expect(at(stage, subject, now)).toBe(word);
  });

  const inTime = { T2: london("2026-11-18"), T3: london("2027-01-10"), M: london("2027-02-01") };
  const months = { T4: london("2027-06-01") };
  test.each(Object.entries({ ...inTime, ...months }))("after: %s is for those who came", (name, instant) => {
    const stage = name as Stage;
    const of = (more: Partial<EvaluationSubject>) => at(stage, came("2026-11-17", more), instant);
    expect(of({})).toBe("in time");
    expect(of({ state: "partly attended" })).toBe("in time");
    expect(of({ walkIn: true })).toBe("in time");
    for (const state of ["did not attend", "cancelled", "moved", "waiting"] as const)
      expect(of({ state })).toBe("no place");
    expect(of({ erased: true })).toBe("no place");
    expect(of({ answered: [stage] })).toBe("already answered");
    expect(at(stage, booked(), instant)).toBe("not open yet");
    expect(at(stage, booked("2026-11-17", { state: "waiting" }), instant)).toBe("no place");
  });

  test("the manager only where the learner agreed, six months later only where the course asks", () => {
    for (const managerMayBeAsked of [false, null])
      expect(at("M", came("2026-11-17", { managerMayBeAsked }), inTime.M)).toBe("not asked");
    expect(at("T4", came("2026-11-17", { sixMonths: false }), months.T4)).toBe("not asked");
  });
});

test("a register that is finished weeks late opens T2 for its 48 hours all the same, and T3 after them", () => {
  const taken = london("2027-01-20", "12:00");
  const subject = came("2026-11-17", { registerTakenAt: taken });
  expect(around("T2", subject, taken + hours(48))).toEqual(["in time", "closed"]);
  expect(around("T3", subject, taken + hours(48))).toEqual(["not open yet", "in time"]);
  expect(lastStageCloses({ ...subject, registerTakenAt: london("2028-01-01") }, { sixMonths: false })).toBe(
    london("2028-01-01") + hours(48),
  );
});

test("whatever the day, windows are in order, one after the other, and nothing is open once all have closed", () => {
  const someDay = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2024-01-01", n));
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: days(400) }), fc.boolean(), (day, late, sixMonths) => {
      const subject = came(day, { registerTakenAt: instantOf(day, "16:30") + late, sixMonths });
      for (const stage of ["T0", "T1", "T2", "T3", "M", "T4"] as const) {
        const times = timesOf(stage, subject);
        if (!times) throw new Error("The register is finished.");
        expect(times.inTimeUntil).toBeLessThanOrEqual(times.closesAt);
      }
      const [end, weeks] = [timesOf("T2", subject), timesOf("T3", subject)];
      expect(weeks?.opensAt).toBeGreaterThanOrEqual(end?.inTimeUntil ?? 0);
      const last = lastStageCloses(subject, { sixMonths });
      for (const stage of ["T0", "T1", "T2", "T3", "M", "T4"] as const)
        expect(mayAnswer(stage, subject, last).open).toBe(false);
    }),
    { numRuns: 300 },
  );
});
