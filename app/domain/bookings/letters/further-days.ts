// Pure: which days of a booking need a calendar letter of their own. A letter carries one entry, and the first day's goes
// with the letter that tells of the change itself.
import type { MeetingFacts, MessageFacts, MessageKind } from "~/domain/notifications/notifications";

export type FurtherDay = { meeting: MeetingFacts; method: "REQUEST" | "CANCEL" };

/** What becomes of the entries in somebody's calendar by a letter of this kind; null: nothing. */
function methodOf(
  kind: MessageKind,
  facts: Partial<MessageFacts["session changed"]>,
): FurtherDay["method"] | null {
  const { wasConfirmed } = facts as Partial<MessageFacts["booking cancelled"]>;
  if (kind === "booking confirmed") return "REQUEST";
  // The joining link never stands in a calendar.
  if (kind === "session changed")
    return facts.hasPlace && facts.changed?.some((what) => what !== "link") ? "REQUEST" : null;
  if (kind === "booking cancelled" || kind === "booking moved") return wasConfirmed ? "CANCEL" : null;
  return null;
}

/**
 * The days after the first, and those that a change has taken away.
 * @param meetings all of the session's as they are now, in their order
 * @param removed those that were part of it before
 */
export function furtherDays(
  kind: MessageKind,
  facts: object,
  meetings: readonly MeetingFacts[],
  removed: readonly MeetingFacts[] = [],
): FurtherDay[] {
  const method = methodOf(kind, facts);
  if (method === null) return [];
  return [
    ...meetings.slice(1).map((meeting) => ({ meeting, method })),
    ...removed.map((meeting) => ({ meeting, method: "CANCEL" as const })),
  ];
}
