// The audiences of a note in words.
import type { NoteAudience } from "~/domain/notifications/notifications";

export const audienceInWords: Record<NoteAudience, string> = {
  booked: "People with a place",
  waiting: "People on the waiting list",
  attended: "People who came",
  "did not attend": "People who did not come",
  trainers: "Those who teach it",
};
