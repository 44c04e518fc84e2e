// What counts as an answer about oneself: a point on the scale, or blank; never something that only looks like a number.
import { expect, it } from "vitest";
import { confidenceField, readAssessment } from "~/domain/needs/needs";

const posted = (confidence: string) => {
  const form = new FormData();
  form.set(confidenceField("recognise"), confidence);
  return readAssessment(["recognise"], form);
};

it.each([
  ["0", 0],
  ["7", 7],
  ["10", 10],
])("%s is that point", (typed, confidence) => {
  expect(posted(typed)).toMatchObject({ ok: true, answers: [{ confidence }] });
});

it("blank is no answer, never 0", () => {
  expect(posted("")).toEqual({ ok: true, answers: [] });
});

it.each([" ", "1e1", "0x5", "11", "-1", "5.5", "five"])("“%s” is refused beside its field", (typed) => {
  expect(posted(typed)).toMatchObject({ ok: false });
});
