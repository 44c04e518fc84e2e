// Answers out of a posted form: blank stays blank, a point on the scale is that point, anything else is an error.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOf, type Item, readAnswers } from "~/domain/evaluations/evaluations";

const item = (slug: string, lowest: number, highest: number): Item => ({
  id: `item-${slug}`,
  slug,
  wording: slug,
  ofCourse: false,
  kind: "confidence",
  lowest,
  highest,
  lowestLabel: "",
  middleLabel: null,
  highestLabel: "",
});
const confidence = item("recognise", 0, 10);
const reaction = item("relevance", 1, 5);

function read(posted: Record<string, string | Blob>) {
  const form = new FormData();
  for (const [slug, value] of Object.entries(posted)) form.append(`answer-${slug}`, value);
  const result = readAnswers({ stage: "T2", items: [confidence, reaction] }, form);
  return result.ok ? { ok: true, answers: result.given.answers } : result;
}

test("each point of a scale is read as that point, its ends included", () => {
  for (let value = 0; value <= 10; value++) {
    expect(read({ recognise: String(value) })).toEqual({
      ok: true,
      answers: [{ itemId: "item-recognise", value }],
    });
  }
  expect(read({ recognise: "0", relevance: "5" })).toEqual({
    ok: true,
    answers: [
      { itemId: "item-recognise", value: 0 },
      { itemId: "item-relevance", value: 5 },
    ],
  });
});

test.each([
  ["nothing posted", {}],
  ["an empty field", { recognise: "" }],
  ["a space", { recognise: " " }],
  ["a tab and a line", { recognise: "\t\r\n" }],
  ["a space that does not break", { recognise: "\u00a0" }],
])("%s is blank, and blank is no answer and never 0", (_, posted) => {
  expect(read(posted)).toEqual({ ok: true, answers: [] });
});

describe("off the scale or no point at all is an error beside its field:", () => {
  test.each([
    "11",
    "-1",
    "5.5",
    "1e1",
    "0x5",
    "0b1",
    "Infinity",
    "NaN",
    "five",
    "5 6",
    "+",
    "--5",
    "٣",
    "5,0",
    "05",
    "-0",
    "null",
    "10000000000000000000",
  ])("%s", (typed) => {
    expect(read({ recognise: typed })).toEqual({
      ok: false,
      errors: { "answer-recognise": "Select a number from 0 to 10, or leave it blank" },
    });
  });

  test("0 and 6 where the scale is 1 to 5", () => {
    for (const typed of ["0", "6"]) {
      expect(read({ recognise: "5", relevance: typed })).toEqual({
        ok: false,
        errors: { "answer-relevance": "Select a number from 1 to 5, or leave it blank" },
      });
    }
  });

  test("a file in place of a number", () => {
    expect(read({ recognise: new Blob(["5"]) })).toMatchObject({ ok: false });
  });
});

test("fields of items that are not asked for are left out", () => {
  expect(read({ recognise: "3", invented: "99" })).toEqual({
    ok: true,
    answers: [{ itemId: "item-recognise", value: 3 }],
  });
});

test("whatever is typed, what is read is a whole point on the scale", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (typed) => {
      const form = new FormData();
      form.append(fieldOf(confidence), typed);
      const result = readAnswers({ stage: "T0", items: [confidence] }, form);
      if (!result.ok) return;
      for (const { value } of result.given.answers) {
        expect(Number.isInteger(value) && value >= 0 && value <= 10).toBe(true);
        expect(String(value)).toBe(typed.trim());
      }
    }),
    { numRuns: 1000 },
  );
});
