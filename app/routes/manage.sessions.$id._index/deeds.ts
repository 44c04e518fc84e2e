// What the forms of a session's workspace do, and each refusal in words.
import { z } from "zod";
import { audiencesOfMaterials, type MaterialAudience } from "~/domain/sessions/sessions";

export const audienceInWords: Record<MaterialAudience, string> = {
  everyone: "Everyone",
  "people booked": "People with a place",
  trainers: "Trainers only",
};

export const materialForm = z.object({
  title: z
    .string({ error: "Enter what it is" })
    .trim()
    .min(1, "Enter what it is")
    .max(120, "Enter what it is in 120 characters or fewer"),
  url: z
    .string({ error: "Enter its web address" })
    .trim()
    .min(1, "Enter its web address")
    .max(500, "Enter a web address of 500 characters or fewer"),
  shownTo: z.enum(audiencesOfMaterials, { error: "Select who sees it" }),
});

export const doneInWords: Record<string, string> = {
  scheduled: "The session is scheduled",
  published: "The session is published: people can see and book it",
  assigned: "The trainer is on this session",
  asked: "The trainer is on this session, and asked whether they can teach it",
  "taken-off": "The trainer is off this session",
  changed: "The session is changed",
  "changed-told": "The session is changed, and everyone concerned is told",
  postponed: "The session is postponed, and everyone is told the new dates",
  cancelled: "The session is cancelled, and everyone is told",
  series: "The sessions are scheduled",
  closed: "Booking is closed",
  reopened: "Booking is open again",
  "goes-ahead": "It is decided: the session goes ahead",
  "material-added": "The material is added",
  "material-removed": "The material is removed",
};
