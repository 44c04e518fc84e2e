// Putting a trainer on a session: who can be chosen, what the form must say, and each refusal in words.
import { z } from "zod";
import type { Session } from "~/domain/sessions/sessions";
import type { AssignRefusal } from "~/domain/sessions/sessions.server";
import type { PoolTrainer } from "~/domain/trainers/trainers";

export const partInWords: Record<Session["trainers"][number]["part"], string> = {
  lead: "Lead trainer",
  "co-trainer": "Co-trainer",
  "lived experience": "Trainer with lived experience",
};

export const assignForm = z.object({
  personId: z.string({ error: "Select a trainer" }).min(1, "Select a trainer"),
  part: z.enum(["lead", "co-trainer", "lived experience"], { error: "Select what they will do" }),
  agreed: z
    .string()
    .optional()
    .transform((ticked) => ticked === "yes"),
});

/** How a trainer of a session stands. A draft's are asked when it is published. */
export function answerInWords(confirmedAt: number | null, status: Session["status"]): string {
  if (confirmedAt !== null) return "Can teach";
  return status === "draft" ? "Not asked yet" : "Has not answered";
}

export const refusalInWords: Record<AssignRefusal, string> = {
  "not in the pool":
    "Select another trainer: this person is not in the training pool on every day of the session",
  "not approved for this course": "Select another trainer: this person is not approved to teach this course",
  "approval ends before the session":
    "Select another trainer, or renew the approval first: it ends before the last day of the session",
  "already assigned": "Select another trainer: this person is on the session already",
  "teaches elsewhere at that time":
    "Select another trainer: this person teaches another session at that time",
  "session is over": "This session is over or cancelled, so its trainers cannot be changed",
};

export type Candidate = {
  personId: string;
  name: string;
  agencyName: string;
  lived: boolean;
  until: string;
  endsBefore: boolean;
};

/** Those in the pool who are approved for the session's course and are not on it yet, by name. */
export function candidatesFor(session: Session, pool: PoolTrainer[]): Candidate[] {
  const lastDay = session.meetings.at(-1)?.date ?? "";
  const on = new Set(session.trainers.map((trainer) => trainer.personId));
  return pool.flatMap(({ personId, name, agencyName, kind, leftOn, approvals }) => {
    const approval = approvals.find((candidate) => candidate.courseId === session.courseId);
    if (!approval || on.has(personId) || (leftOn !== null && leftOn < lastDay)) return [];
    const { until } = approval;
    return [
      { personId, name, agencyName, lived: kind === "lived experience", until, endsBefore: until < lastDay },
    ];
  });
}
