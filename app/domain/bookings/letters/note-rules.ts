// Pure: what a note to those on a session may be. Safe in a browser.
import { z } from "zod";
import type { NoteAudience } from "~/domain/notifications/notifications";
import { inlinesOf, isSafeLink, paragraphsIn, readMarkdown } from "~/shared/plain-markdown";
import type { BookingState } from "../bookings";

export const longestNoteSubject = 100;
export const longestNote = 5000;

/** The bookings whose people an audience is; those who teach are no bookings. */
export const statesOfAudience: Record<Exclude<NoteAudience, "trainers">, readonly BookingState[]> = {
  booked: ["confirmed"],
  waiting: ["waiting"],
  attended: ["attended", "partly attended"],
  "did not attend": ["did not attend"],
};

export const noteAudiences = ["booked", "waiting", "attended", "did not attend", "trainers"] as const;

/** Links that a letter may not have: only https, mailto and our own pages lead anywhere. */
export function unsafeLinks(body: string): string[] {
  const links: string[] = [];
  for (const paragraph of paragraphsIn(readMarkdown(body)))
    for (const one of inlinesOf(paragraph))
      if (one.type === "link" && !isSafeLink(one.href)) links.push(one.href);
  return links;
}

/** Words in double braces stand for something in a letter's own wording; in a note they would be left out. */
export const hasPlaceholder = (text: string): boolean => /\{\{|\}\}/.test(text);

/** The form's fields, as the command takes them too. */
export const noteForm = z.object({
  noteId: z.string().max(64).optional(),
  audience: z.enum(noteAudiences, "Select who it goes to"),
  subject: z
    .string({ error: "Enter a subject" })
    .trim()
    .max(longestNoteSubject, `Enter a subject of ${longestNoteSubject} characters or fewer`)
    .refine((subject) => !/[\r\n]/.test(subject), "Enter the subject on one line")
    .refine((subject) => !hasPlaceholder(subject), "Leave out {{ and }}"),
  body: z
    .string({ error: "Enter what you want to say" })
    .trim()
    .max(longestNote, "Enter 5,000 characters or fewer")
    .refine((body) => unsafeLinks(body).length === 0, "Links have to begin with https://, mailto: or /")
    .refine((body) => !hasPlaceholder(body), "Leave out {{ and }}: a note goes to each person as it is"),
});
