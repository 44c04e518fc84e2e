// Pure rules: numbers as people type them, and what hours come to.
import { expect, test } from "vitest";
import {
  numberLength,
  numberLetters,
  readNumber,
  type TrainingDone,
} from "~/domain/certificates/certificates";
import { newNumber } from "~/domain/certificates/number.server";
import { hoursOf, isToRenew } from "~/domain/certificates/rules";
import { countedIds, systemIds } from "~/shared/ids";

test.each([
  ["7K2QX-9MPTR-4HWVB-D3NZC"],
  ["7k2qx 9mptr 4hwvb d3nzc"],
  [" 7K2QX9MPTR4HWVBD3NZC "],
  ["7K2QX–9MPTR–4HWVB–D3NZC"],
])("%s is read as the number it is", (typed) => {
  expect(readNumber(typed)).toBe("7K2QX-9MPTR-4HWVB-D3NZC");
});

test.each([
  "",
  "7K2QX-9MPTR-4HWVB-D3NZ",
  "7K2QX-9MPTR-4HWVB-D3NZCC",
  "OK2QX-9MPTR-4HWVB-D3NZC",
  "7K2QX-9MPTR-4HWVB-D3NZ1",
  "7K2QX/9MPTR/4HWVB/D3NZC",
  "💡".repeat(20),
])("%s is none", (typed) => {
  expect(readNumber(typed)).toBeNull();
});

test("a number is made of 98 bits, none like another, and is read back as it is", () => {
  expect(numberLength * Math.log2(numberLetters.length)).toBeGreaterThan(98);
  for (const ids of [systemIds, countedIds("t")]) {
    const numbers = Array.from({ length: 2000 }, () => newNumber({ ids }));
    expect(new Set(numbers).size).toBe(2000);
    for (const number of numbers) expect(readNumber(number)).toBe(number);
    // Every letter in every place: nothing of the number is always the same.
    for (let at = 0; at < 23; at++)
      if (at % 6 !== 5) expect(new Set(numbers.map((number) => number[at])).size).toBe(numberLetters.length);
  }
});

const done = (given: Partial<TrainingDone>): TrainingDone => ({
  bookingId: "b",
  courseId: "c",
  courseTitle: "Course",
  completedOn: "2026-01-01",
  minutes: 60,
  state: "attended",
  walkIn: false,
  competencies: [],
  certificateNumber: null,
  expiresOn: null,
  ...given,
});

test("hours: once in all and in their year, in full under each competency, and only of whole sessions", () => {
  const hours = hoursOf([
    done({ completedOn: "2026-12-31", minutes: 360, competencies: ["Neglect", "Abuse"] }),
    done({ completedOn: "2027-01-01", minutes: 90, competencies: ["Neglect"], walkIn: true }),
    done({ completedOn: "2027-02-01", minutes: 90, competencies: [] }),
    done({ state: "partly attended", minutes: 1000, competencies: ["Neglect"] }),
    done({ state: "did not attend", minutes: 1000 }),
  ]);
  expect(hours).toEqual({
    total: { minutes: 540, sessions: 3 },
    years: [
      { year: "2027", minutes: 180, sessions: 2 },
      { year: "2026", minutes: 360, sessions: 1 },
    ],
    competencies: [
      { name: "Neglect", minutes: 450, sessions: 2 },
      { name: "Abuse", minutes: 360, sessions: 1 },
    ],
  });
});

test("nothing done comes to nothing", () => {
  expect(hoursOf([])).toEqual({ total: { minutes: 0, sessions: 0 }, years: [], competencies: [] });
});

test("to renew: within three months or past; never where it does not run out", () => {
  expect(isToRenew("2027-02-28", "2026-11-30")).toBe(true);
  expect(isToRenew("2027-03-01", "2026-11-30")).toBe(false);
  expect(isToRenew("2020-01-01", "2026-11-30")).toBe(true);
  expect(isToRenew(null, "2026-11-30")).toBe(false);
});
