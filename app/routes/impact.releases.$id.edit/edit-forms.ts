// The forms of a draft report, and each refusal in words.
import { z } from "zod";
import { releaseSections } from "~/domain/impact/impact";
import type { ActionRefusal, NarrativeRefusal } from "~/domain/impact/impact.server";

const said = (what: string, most: number) =>
  z
    .string({ error: `Enter ${what}` })
    .trim()
    .min(1, `Enter ${what}`)
    .max(most, `Enter ${most} characters or fewer`);

export const actionForm = z.object({
  actionId: z.string().optional(),
  finding: said("what the figures showed", 500),
  action: said("what will be done", 500),
  owner: said("the role or group that does it", 120),
  measureNumber: z.string().optional(),
});

export const dueMissing = "Enter the day by which it is to be done, such as 31 3 2027";

export const actionRefusals: Record<ActionRefusal, Record<string, string>> = {
  "not a draft": { "": "This report is no longer a draft" },
  "in the past": { due: "Enter today or a day to come" },
  "no such measure": { measureNumber: "Select a measure from the list" },
};

export const narrativeRefusals: Record<NarrativeRefusal, string> = {
  "not a draft": "This report is no longer a draft",
  "too long": "Enter 3,000 characters or fewer",
};

export const editOrder = [
  ...releaseSections,
  "finding",
  "action",
  "owner",
  "due",
  "measureNumber",
  "title",
  "parts",
];

export const doneInWords: Record<string, string> = {
  drafted: "The draft is begun",
  written: "What you wrote is saved",
  action: "The action is saved",
  removed: "The action is removed",
  outline: "Title and parts are saved",
};
