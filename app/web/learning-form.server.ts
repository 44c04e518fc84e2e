// What the form for learning elsewhere takes, and each refusal in words.
import { z } from "zod";
import type { LearningTold } from "~/domain/certificates/certificates";
import type { SubmitRefusal } from "~/domain/certificates/certificates.server";
import type { FormState } from "~/shared/form-state";
import { readDateBoxes } from "./date-boxes";
import { formWith, readForm } from "./forms.server";

const words = (missing: string, most: number) =>
  z.string({ error: missing }).trim().min(1, missing).max(most, `Enter ${most} characters or fewer`);

const hoursMissing = "Enter how long it took in hours, such as 6 or 1.5";
const mostHours = 400;

/** Hours as people write them, in minutes; null for anything else. */
function readHours(typed: string): number | null {
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(typed.trim())) return null;
  const minutes = Math.round(Number(typed.trim().replace(",", ".")) * 60);
  return minutes > 0 && minutes <= mostHours * 60 ? minutes : null;
}

const learningForm = z.object({
  title: words("Enter the title of the training", 150),
  provider: words("Enter who gave the training", 150),
  hours: z.string({ error: hoursMissing }).refine((typed) => readHours(typed) !== null, hoursMissing),
  evidence: words("Say how we can see that you did it", 1000),
  competencies: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
});

export const learningFields = ["title", "provider", "completedOn", "hours", "competencies", "evidence"];

/** Every field is looked at, so that all that is wrong is said at once. */
export function readLearning(
  posted: FormData,
): { ok: true; told: LearningTold } | { ok: false; form: FormState } {
  const read = readForm(posted, learningForm);
  const completedOn = readDateBoxes(posted, "completedOn");
  if (!read.ok || completedOn === null || completedOn === "nothing") {
    const form = read.ok ? formWith(posted, {}) : read.form;
    if (completedOn === null || completedOn === "nothing")
      form.errors.completedOn = ["Enter the day on which you finished it, such as 24 11 2026"];
    return { ok: false, form };
  }
  const { hours, competencies, ...rest } = read.value;
  return {
    ok: true,
    told: { ...rest, completedOn, minutes: readHours(hours) ?? 0, competencyIds: competencies },
  };
}

export const submitRefusals: Record<SubmitRefusal, Record<string, string>> = {
  "not done yet": { completedOn: "Enter a day that is today or earlier: tell us once you have done it" },
  "too long ago": { completedOn: "Check the year: it is before 1960" },
  "accepted already": { "": "This counts already, so it cannot be changed. Add it anew instead." },
  "too many waiting": { "": "We have twenty of yours to look at. Wait until we have answered some." },
};
