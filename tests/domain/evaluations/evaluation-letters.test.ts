// On which day, and at which hour of London's clock, each letter that asks weeks later is due.
import { describe, expect, it, test } from "vitest";
import {
  type Asking,
  answerByOf,
  type LetterStage,
  letterDue,
  netFor,
} from "~/domain/evaluations/asking/evaluation-letters";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";

const endingOn = (date: string, more: Partial<Asking> = {}): Asking => ({
  startsAt: instantOf(date, "09:30"),
  endsAt: instantOf(date, "16:30"),
  registerTakenAt: instantOf(date, "16:30"),
  followUpIn: false,
  letters: 0,
  lastLetterAt: null,
  ...more,
});

/** The first day from `from` on, and whether just before 8 or at 8, with a letter due, and which; null for none. */
function firstDue(stage: LetterStage, asking: Asking, from: string): [string, string, number] | null {
  for (let day = 0; day < 100; day++) {
    const date = addDays(from, day);
    for (const time of ["07:59", "08:00"]) {
      const number = letterDue(stage, asking, instantOf(date, time));
      if (number !== null) return [date, time, number];
    }
  }
  return null;
}

describe("the first letter is due at 8 in the morning", () => {
  it.each([
    // 56 days later is the day of a clock change, the day after, and one far from any.
    ["2026-08-30", "2026-10-25"],
    ["2026-08-31", "2026-10-26"],
    ["2027-01-31", "2027-03-28"],
    ["2027-02-01", "2027-03-29"],
    ["2026-11-24", "2027-01-19"],
  ])("of T3, for training on %s: on %s", (ended, due) => {
    expect(firstDue("T3", endingOn(ended), addDays(due, -20))).toEqual([due, "08:00", 0]);
  });

  it.each([
    ["2026-08-16", "2026-10-25"],
    ["2027-01-17", "2027-03-28"],
    ["2026-11-24", "2027-02-02"],
  ])("of M, in week 10 of training on %s: on %s", (ended, due) => {
    // Week 10 opens with its first day; the letter waits for the morning.
    expect(firstDue("M", endingOn(ended), addDays(due, -20))).toEqual([due, "08:00", 0]);
  });

  it.each([
    ["2026-04-25", "2026-10-25"],
    ["2026-09-28", "2027-03-28"],
    ["2026-08-31", "2027-02-28"],
  ])("of T4, six months after %s: on %s", (ended, due) => {
    expect(firstDue("T4", endingOn(ended), addDays(due, -20))).toEqual([due, "08:00", 0]);
  });
});

describe("those that remind count from the letter before", () => {
  it.each([
    ["T3", 1, "2026-10-18", "2026-10-25"],
    ["T3", 2, "2027-03-21", "2027-03-28"],
    ["M", 1, "2026-10-15", "2026-10-25"],
    ["M", 1, "2027-03-18", "2027-03-28"],
    ["T4", 1, "2026-10-11", "2026-10-25"],
    ["T4", 1, "2027-03-14", "2027-03-28"],
  ] as const)("%s number %i after a letter on %s: on %s", (stage, letters, last, due) => {
    const ended = addDays(last, stage === "T3" ? -60 : stage === "M" ? -75 : -185);
    const asking = endingOn(ended, { letters, lastLetterAt: instantOf(last, "19:20") });
    expect(firstDue(stage, asking, last)).toEqual([due, "08:00", letters]);
  });

  it("are two for T3, one for M and T4, and no more", () => {
    const long = instantOf("2026-10-01", "08:00");
    for (const [stage, letters] of [
      ["T3", 3],
      ["M", 2],
      ["T4", 2],
    ] as const) // prettier-ignore
      expect(
        firstDue(stage, endingOn("2026-08-01", { letters, lastLetterAt: long }), "2026-10-01"),
      ).toBeNull();
  });
});

test("a letter that a stopped worker missed is sent late, but none that could only be answered on its day or later", () => {
  const asking = endingOn("2026-11-24");
  const lastDay = answerByOf("T3", asking);
  expect(lastDay).toBe("2027-02-16");
  expect(letterDue("T3", asking, instantOf(addDays(lastDay, -1), "23:00"))).toBe(0);
  expect(letterDue("T3", asking, instantOf(lastDay, "08:00"))).toBeNull();
  expect(answerByOf("M", asking)).toBe("2027-03-16");
  expect(answerByOf("T4", asking)).toBe("2027-07-24");
});

test("nothing before the questions at the end are over, nor while a register is open", () => {
  const now = instantOf("2027-01-19", "09:00");
  const late = (registerTakenAt: number | null) => endingOn("2026-11-24", { registerTakenAt });
  expect(letterDue("T3", late(now - hours(47)), now)).toBeNull();
  expect(letterDue("T3", late(now - hours(48)), now)).toBe(0);
  expect(letterDue("T3", late(null), now)).toBeNull();
});

test("the manager is asked as soon as the learner's answer is in, and not again for it", () => {
  const asking = endingOn("2026-11-24", { followUpIn: true });
  const soon = instantOf("2027-01-07", "15:00");
  expect(letterDue("M", { ...asking, followUpIn: false }, soon)).toBeNull();
  expect(letterDue("M", asking, soon)).toBe(0);
  expect(letterDue("M", { ...asking, letters: 1, lastLetterAt: soon }, soon)).toBeNull();
});

test("the net of a query holds every day on which a letter can be due", () => {
  let found = 0;
  for (const stage of ["T3", "M", "T4"] as const)
    for (const ended of ["2026-06-30", "2026-08-30", "2026-08-31", "2027-01-31", "2027-02-28"])
      for (let after = 42; after < 260; after += after < 60 || after > 175 ? 1 : 7) {
        const asking = endingOn(ended, { followUpIn: true });
        const now = instantOf(addDays(ended, after), "08:00");
        if (letterDue(stage, asking, now) === null) continue;
        const net = netFor(stage, now);
        expect(net.after < asking.endsAt && asking.endsAt < net.before, `${stage} ${ended} ${after}`).toBe(
          true,
        );
        found += 1;
      }
  expect(found).toBeGreaterThan(150);
});

test("the net holds reminders on their very day, and lets go of those who had every letter", () => {
  for (const [stage, days, most] of [
    ["T3", 7, 3],
    ["M", 10, 2],
    ["T4", 14, 2],
  ] as const) {
    // prettier-ignore
    const lastLetterAt = instantOf("2026-10-18", "23:50");
    const net = netFor(stage, instantOf(addDays("2026-10-18", days), "08:00"));
    expect(lastLetterAt < net.lastBefore).toBe(true);
    expect(net.mostLetters).toBe(most);
  }
});
