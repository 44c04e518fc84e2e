// Reads a coordinator's answer, and says each refusal in words.
import { z } from "zod";
import type { Review, ReviewRefusal } from "~/domain/certificates/certificates.server";
import type { FormState } from "~/shared/form-state";
import { readDateBoxes } from "~/web/date-boxes";
import { formWith, readForm } from "~/web/forms.server";

const answerForm = z
  .object({
    answer: z.enum(["accept", "refuse"], { error: "Select whether it counts" }),
    competencies: z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]),
    courseId: z.string().optional(),
    note: z.string().trim().max(1000, "Enter a note of 1,000 characters or fewer").optional(),
    seenState: z.enum(["submitted", "accepted", "refused"]),
    seenAt: z.coerce.number().int(),
  })
  .refine(({ answer, note }) => answer === "accept" || Boolean(note), {
    path: ["note"],
    message: "Enter a note that says what is missing",
  });

export function readAnswer(
  posted: FormData,
  learningId: string,
): { ok: true; review: Review } | { ok: false; form: FormState } {
  const read = readForm(posted, answerForm);
  const until = readDateBoxes(posted, "validUntil");
  if (!read.ok || until === null) {
    const form = read.ok ? formWith(posted, {}) : read.form;
    if (until === null)
      form.errors.validUntil = ["Enter a day such as 31 8 2028, or leave all three boxes blank"];
    return { ok: false, form };
  }
  const { answer, competencies, courseId, note, seenState, seenAt } = read.value;
  const about = { learningId, seen: { state: seenState, submittedAt: seenAt }, note: note || null };
  if (answer === "refuse") return { ok: true, review: { ...about, accept: false } };
  const validUntil = until === "nothing" ? null : until;
  const counts = { validUntil, courseId: courseId || null, competencyIds: competencies };
  return { ok: true, review: { ...about, accept: true, ...counts } };
}

export const reviewRefusals: Record<ReviewRefusal, Record<string, string>> = {
  "your own": { "": "This is your own: another coordinator has to look at it." },
  "changed meanwhile": {
    "": "It was changed or answered meanwhile. Open the page again to see how it stands.",
  },
  "no such course": { courseId: "Select a course from the list" },
  "ends before it was done": { validUntil: "Enter a day after the training was finished" },
};
