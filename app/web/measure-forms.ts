// What the forms of practice measures must say, and each refusal at its field.
import { z } from "zod";
import { corrections } from "~/domain/impact/impact";
import type { PointRefusal } from "~/domain/impact/impact.server";

const line = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${what} in ${most} characters or fewer`);
const several = z.preprocess(
  (given) => (given === undefined || given === "" ? [] : Array.isArray(given) ? given : [given]),
  z.array(z.string()),
);

export const measureForm = z.object({
  name: line("the name of the measure", 150),
  unit: line("what the figures count, such as “% of audits graded good”", 80),
  source: z.enum(["audit", "dataset"], { error: "Select where the figures come from" }),
  question: z
    .string()
    .trim()
    .max(300, "Enter the question in 300 characters or fewer")
    .optional()
    .transform((text) => text || null),
  better: z
    .enum(["higher", "lower", ""])
    .optional()
    .transform((way) => way || null),
  themeSlugs: several,
  courseIds: several,
});
export const newMeasureForm = measureForm.extend({
  number: line("the number of the measure", 20).regex(
    /^[A-Za-z0-9][A-Za-z0-9-]*$/,
    "Enter a number or a short word, such as 4 or overall",
  ),
});
export const measureFieldOrder = ["number", "name", "unit", "source", "question", "better"];
export const numberTaken = { number: "Enter another number: there is a measure of this number" };

const figure = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,7}(\.\d{1,3})?)?$/, `Enter ${what} as a number, such as 48 or 48.5, or leave it blank`)
    .optional()
    .transform((text) => (text ? Number(text) : null));

export const pointForm = z
  .object({
    month: z.string({ error: "Select a month" }).regex(/^(0[1-9]|1[0-2])$/, "Select a month"),
    year: z
      .string({ error: "Enter a year" })
      .trim()
      .regex(/^20\d\d$/, "Enter a year, such as 2026"),
    target: figure("the target"),
    outcome: figure("the outcome"),
    cases: z
      .string()
      .trim()
      .regex(/^\d{0,6}$/, "Enter how many cases were looked at as a whole number, or leave it blank")
      .optional()
      .transform((text) => (text ? Number(text) : null)),
    because: z
      .enum([...corrections, ""])
      .optional()
      .transform((why) => why || null),
  })
  .transform(({ month, year, ...figures }) => ({ period: `${year}-${month}`, ...figures }));
export const pointFieldOrder = ["month", "year", "target", "outcome", "cases", "because"];

export const pointRefusals: Record<PointRefusal, Record<string, string>> = {
  "nothing given": { target: "Enter a target, an outcome or both" },
  "off the scale": { outcome: "Enter figures on the scale of this measure: a percentage runs from 0 to 100" },
  "says otherwise": {
    because:
      "Another figure is recorded for this month. Select why it is put right, or enter the month again",
  },
};
