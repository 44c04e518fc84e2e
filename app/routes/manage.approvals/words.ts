// What a course asks for, and what our record shows of it, to a coordinator.
import type { RequestToLookAt } from "~/domain/bookings/bookings.server";
import { prerequisiteInWords } from "~/domain/catalogue/catalogue";
import { plainDate, plainDateAt } from "~/shared/format";

type Claim = RequestToLookAt["claims"][number];
type Before = RequestToLookAt["before"][number];

export const askedInWords = (claim: Claim) => prerequisiteInWords(claim).replace(/^You need/, "They need");

/** What was recorded, however long ago: too long ago is why it was not enough. */
export function recordInWords({ kind, attendedAt, learntOn }: Claim): string {
  const shown = [
    attendedAt !== null && `attended here on ${plainDateAt(attendedAt)}`,
    learntOn !== null && `learnt elsewhere on ${plainDate(learntOn)}`,
  ].filter(Boolean);
  if (shown.length > 0) return `Our record shows: ${shown.join("; ")}.`;
  return kind === "e-learning" ? "We keep no record of e-learning." : "Our record does not show it.";
}

const stateInWords: Record<Before["state"], string> = {
  requested: "asked for",
  "awaiting approval": "awaiting approval",
  confirmed: "booked",
  waiting: "waits",
  offered: "offered a place",
  declined: "declined",
  expired: "ran out",
  cancelled: "cancelled",
  moved: "moved to another date",
  attended: "attended",
  "partly attended": "attended in part",
  "did not attend": "did not attend",
};

const mostShown = 5;

/** "attended on 3 March 2025; cancelled for 4 June 2024" */
export function beforeInWords(before: readonly Before[]): string {
  if (before.length === 0) return "Nothing";
  const shown = before
    .slice(0, mostShown)
    .map(({ state, startsAt }) => `${plainDateAt(startsAt)}: ${stateInWords[state]}`);
  const more = before.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
