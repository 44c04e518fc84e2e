// The forms of the training pool, and each refusal in words.
import { z } from "zod";
import type { AddTrainerRefusal, ApproveTrainerRefusal } from "~/domain/trainers/trainers.server";
import { type CivilDate, isCivilDate } from "~/shared/civil-time";

export const addForm = z.object({
  email: z
    .string({ error: "Enter their work email address" })
    .trim()
    .email("Enter an email address in the correct format, like name@example.org"),
  kind: z.enum(["practitioner", "lived experience"], { error: "Select how they teach" }),
});

export const approveForm = (courseIds: readonly string[]) =>
  z.object({
    personId: z.string({ error: "Select a trainer" }).min(1, "Select a trainer"),
    courseId: z
      .string({ error: "Select a course" })
      .refine((id) => courseIds.includes(id), "Select a course from the list"),
  });

export const untilMissing = "Enter the last day of the approval, such as 31 8 2027";

/** The day in the three boxes of a date field, or null where they make no real date. */
export function readUntil(posted: FormData): CivilDate | null {
  const [year = "", month = "", day = ""] = ["year", "month", "day"].map((part) =>
    String(posted.get(`until-${part}`) ?? "").trim(),
  );
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

export const addRefusals: Record<AddTrainerRefusal, string> = {
  "no such person": "Enter the address of someone who has an account. Ask them to register first.",
  "already in the pool": "Enter another address: this person is in the pool already",
};

export const approveRefusals: Record<ApproveTrainerRefusal, Record<string, string>> = {
  "not in the pool": { personId: "Select someone who is in the training pool" },
  "no such course": { courseId: "Select a course from the list" },
  "already over": { until: "Enter a last day that is today or later" },
};

export const doneInWords: Record<string, string> = {
  added: "They are in the pool. Now approve them for a course.",
  approved: "The approval is recorded",
};
