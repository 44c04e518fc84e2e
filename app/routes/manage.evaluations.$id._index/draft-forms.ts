// What the forms of a draft ask for, and what is said once each is done.
import { z } from "zod";
import { lineOf } from "~/web/admin-fields";

export const wordsForm = z.object({
  title: lineOf("the title", 80),
  introduction: z.string().trim().max(500, "Enter an introduction of 500 characters or fewer").default(""),
});

export const doneInWords = {
  added: "The question is added",
  written: "The question is written",
  reworded: "The question is changed",
  removed: "The question is taken out of this draft",
  moved: "The order is changed",
  words: "The title and introduction are saved",
};
export type DraftDone = keyof typeof doneInWords | "discarded";
