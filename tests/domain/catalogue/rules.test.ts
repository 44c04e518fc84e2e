// The pure rules of the catalogue: addresses, circles, order, and what practitioners read before they book.
import { describe, expect, it, test } from "vitest";
import { type BookingRules, monthsInWords, rulesInWords } from "~/domain/catalogue/catalogue";
import { circleOf, isSpan, movedOne, slugFor } from "~/domain/catalogue/rules";

describe("an address made from a title", () => {
  it.each([
    ["Neglect and Graded Care Profile 2 (GCP2)", "neglect-and-graded-care-profile-2-gcp2"],
    ["Children’s voice: what's heard?", "childrens-voice-whats-heard"],
    ["Siân Llŷn", "sian-llyn"],
    ["  --A--  ", "a"],
    ["שרה", "course"],
    [`${"x".repeat(59)} yz`, "x".repeat(59)],
    ["New", "new-2"],
    ["Themes", "themes-2"],
    ["Competencies", "competencies-2"],
  ])("%s", (title, slug) => {
    expect(slugFor(title, new Set(), "course")).toBe(slug);
  });

  it("is one that nothing has yet", () => {
    expect(slugFor("Neglect", new Set(["neglect", "neglect-2"]), "course")).toBe("neglect-3");
  });
});

describe("a circle of prerequisites", () => {
  const needs = [
    { courseId: "b", requiredCourseId: "c" },
    { courseId: "c", requiredCourseId: "a" },
    { courseId: "c", requiredCourseId: "b" },
    { courseId: "d", requiredCourseId: "e" },
  ];

  it("is found however long it is, with the way around it", () => {
    expect(circleOf([{ courseId: "b", requiredCourseId: "a" }], "a", "b")).toEqual(["b", "a"]);
    expect(circleOf(needs, "a", "b")).toEqual(["b", "c", "a"]);
    expect(circleOf([], "a", "a")).toEqual(["a"]);
  });

  it("is not where the way leads elsewhere, or around without the course", () => {
    expect(circleOf(needs, "a", "d")).toBeNull();
    expect(circleOf(needs, "x", "b")).toBeNull();
    expect(circleOf([], "a", "b")).toBeNull();
  });
});

test("one of a list moves a step, and stays at the end that it is at", () => {
  expect(movedOne(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(movedOne(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  expect(movedOne(["a", "b"], "a", "up")).toEqual(["a", "b"]);
  expect(movedOne(["a", "b"], "b", "down")).toEqual(["a", "b"]);
  expect(movedOne(["a", "b"], "z", "up")).toEqual(["a", "b"]);
});

test("a span is whole months up to ten years, or none", () => {
  expect([null, 1, 36, 120].map(isSpan)).toEqual([true, true, true, true]);
  expect([0, -1, 1.5, 121, Number.NaN].map(isSpan)).toEqual([false, false, false, false, false]);
});

test("months are said as people say them", () => {
  expect([1, 6, 12, 18, 36].map(monthsInWords)).toEqual([
    "1 month",
    "6 months",
    "1 year",
    "18 months",
    "3 years",
  ]);
});

describe("booking rules in words", () => {
  const open: BookingRules = {
    approval: "none",
    certificateNeeds: "attendance",
    certificateMonths: null,
    termsBoardCode: null,
    audience: [],
    prerequisites: [],
  };
  const asks = (
    kind: "course" | "competency" | "e-learning",
    name: string,
    withinMonths: number | null,
  ): BookingRules["prerequisites"][number] => ({
    id: name,
    kind,
    requiredCourseId: null,
    competencyId: null,
    name,
    withinMonths,
  });

  it("say that everyone can book where nothing is asked", () => {
    expect(rulesInWords(open)).toEqual([
      "Everyone who works for one of the partnership’s agencies can book.",
      "You get a certificate when you have attended all of it. It does not run out.",
    ]);
  });

  it("say whom it is for, what comes first and how recently, who agrees, and what the certificate needs", () => {
    const rules: BookingRules = {
      approval: "line manager",
      certificateNeeds: "attendance and evaluation",
      certificateMonths: 36,
      termsBoardCode: "KIDS",
      audience: [
        { id: "a", name: "Front line" },
        { id: "b", name: "Those who supervise" },
      ],
      prerequisites: [
        asks("course", "Neglect: level 2", 36),
        asks("competency", "Thresholds", 12),
        asks("e-learning", "Prevent", null),
      ],
    };
    expect(rulesInWords(rules)).toEqual([
      "It is for this work: Front line and Those who supervise. If you do other work you can ask, and a coordinator decides.",
      "You need to have attended “Neglect: level 2” first, within the last 3 years.",
      "You need training in “Thresholds” first, within the last year.",
      "You need to have done the e-learning “Prevent” first.",
      "Your line manager has to agree before your place is confirmed.",
      "You get a certificate when you have attended all of it and answered the evaluation at the end. It counts for 3 years.",
    ]);
    expect(rulesInWords({ ...open, approval: "agency lead" })[0]).toBe(
      "Your agency’s training lead has to agree before your place is confirmed.",
    );
  });
});
