// What a coordinator decides about a charge: the forms, what was done, and each refusal in words.
import { z } from "zod";
import type { AnswerRefusal, WaiveRefusal } from "~/domain/charges/charges.server";

const noteOf = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(500, "Enter 500 characters or fewer");

export const waiverForm = z.object({ note: noteOf("Enter why you waive it") });

export const answerForm = z.object({
  answer: z.enum(["waive", "stands"], { error: "Select whether the charge is waived or stands" }),
  note: noteOf("Enter what you say to the appeal"),
});

export const doneInWords: Record<string, string> = {
  waived: "The charge is waived. We have told them by email.",
  stands: "The charge stands. We have told them by email.",
};

export const refusals: Record<WaiveRefusal | AnswerRefusal, string> = {
  "your own charge": "It is your own charge, or your agency’s: another coordinator decides about it",
  appealed: "There is an appeal by now: answer it instead",
  "not due": "The charge was withdrawn meanwhile: there is nothing to waive",
  "not appealed":
    "Somebody has answered the appeal already, or the charge was withdrawn. Your answer was not sent",
};
