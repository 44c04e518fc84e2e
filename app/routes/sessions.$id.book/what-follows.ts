// What becomes of a booking once it is sent: who looks at it, who has to agree and until when, who comes first.
import type { BookingPage } from "./page-data.server";

type Asked = NonNullable<BookingPage["approval"]>["askedOf"];

export const whoIsAsked = (askedOf: Asked, lineManagerEmail: string | null): string =>
  ({
    "line manager": `Your line manager${lineManagerEmail ? ` (${lineManagerEmail})` : ""}`,
    "agency lead": "Your agency’s training lead",
    coordinator: "A coordinator",
  })[askedOf];

/** In the order in which it happens; nothing where a place is confirmed at once. */
export function whatFollows(
  page: Pick<BookingPage, "unmet" | "audience" | "approval" | "queue">,
  { full, lineManagerEmail }: { full: boolean; lineManagerEmail: string },
): string[] {
  const looked = page.unmet.length > 0 || page.audience !== null;
  const { approval } = page;
  const who = approval && whoIsAsked(approval.askedOf, lineManagerEmail || approval.lineManagerEmail);
  return [
    ...(looked ? ["A coordinator looks at your request first. We email you what they decide."] : []),
    ...(approval && who
      ? [
          looked
            ? `${who} has to agree after that.`
            : `${who} has to agree. We ask them by email, and they have until ${approval.until}. ${silenceInWords[approval.silence]}`,
        ]
      : []),
    ...(full
      ? ["There is no place now, so you join the waiting list.", ...(page.queue ?? [])]
      : looked || approval
        ? ["A place is kept for you until then."]
        : []),
  ];
}

export const silenceInWords = {
  declined: "If they do not answer, the booking is declined.",
  approved: "If they do not answer, the booking is confirmed.",
} as const;
