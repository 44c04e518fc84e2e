// The form of what a report is called and tells of, and each refusal in words.
import { z } from "zod";
import type { FreezeRefusal, OutlineRefusal } from "~/domain/impact/impact.server";

export const outlineForm = z.object({
  title: z
    .string({ error: "Enter what the report is called" })
    .trim()
    .max(120, "Enter a title of 120 characters or fewer"),
  parts: z.array(z.string()).optional(),
});
export const outlineOrder = ["title", "parts"];

export const outlineRefusals: Record<OutlineRefusal | "not a draft", Record<string, string>> = {
  "no title": { title: "Enter what the report is called" },
  "no such period": { "": "Choose a time from the list first" },
  "no such part": { parts: "Select parts from the list: one is no longer there" },
  "not a draft": { "": "This report is no longer a draft. Send it back before you change it." },
};

export const freezeRefusals: Record<FreezeRefusal | "not a draft", string> = {
  "not a draft": "This report is no longer a draft",
  "nothing delivered": "No session was delivered in this time, so there is nothing to report on",
  "no such part": "One of its parts is no longer there. Choose the parts again.",
};
