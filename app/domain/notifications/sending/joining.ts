// Which letters belong together: one after the other, merged into one, or made pointless by a later one. Pure.

import type { PlanBefore, PlanChange } from "../facts/session-facts";
import type { OptionalTopic } from "../notifications";
import { type Facts, isFollower, isHeld } from "./timing.server";

/** What kind and facts of a message say about how it travels. */
export type Ties = {
  sessionId: string | null;
  /** Letters about one person's booking, or about their part in teaching a session, arrive in order. */
  stream: string | null;
  joins: string | null;
  topic: OptionalTopic | null;
};

const topics: Record<string, OptionalTopic> = {
  "renewal due": "renewals",
  "agency digest": "weekly digest",
  "offer news": "offer news",
};

/** The first letter that asks for an evaluation is needed; those that remind can be stopped. */
export const topicOf = (kind: string, facts: Facts): OptionalTopic | null =>
  kind === "evaluation due" && Number(facts.number) >= 1 ? "evaluation reminders" : (topics[kind] ?? null);

export function tiesOf(kind: string, facts: Facts, toPersonId: string | null): Ties {
  const sessionId = textOf(facts.sessionId);
  const stream = streamOf(facts, sessionId, toPersonId);
  const entry = entryOf(facts);
  const joins =
    stream === null
      ? null
      : isHeld(kind, facts)
        ? `${kind}/${stream}`
        : isFollower(kind) && entry !== null
          ? `${kind}/${stream}/${entry}`
          : null;
  return { sessionId, stream, joins, topic: topicOf(kind, facts) };
}

function streamOf(facts: Facts, sessionId: string | null, toPersonId: string | null): string | null {
  // Both have meetings: what else is about a booking, such as an evaluation weeks later, puts nothing in a calendar.
  if (!Array.isArray(facts.meetings) || sessionId === null) return null;
  const bookingId = textOf(facts.bookingId);
  if (bookingId !== null) return streamFor({ bookingId });
  const personId = textOf(facts.personId) ?? toPersonId;
  return "part" in facts && personId !== null ? streamFor({ sessionId, personId }) : null;
}

/** @param about.personId as the facts of letters to trainers name them */
export const streamFor = (about: { bookingId: string } | { sessionId: string; personId: string }): string =>
  "bookingId" in about ? `booking/${about.bookingId}` : `teaching/${about.sessionId}/${about.personId}`;

/** The meeting that a letter of one calendar entry is about. */
export function entryOf(facts: Facts): string | null {
  const one = (facts.meeting ?? (facts.meetings as unknown[] | undefined)?.[0]) as
    | { id?: unknown }
    | undefined;
  return textOf(one?.id);
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);

const aboutComing = ["session changed", "joining details", "reminder"];
const aboutTeaching = ["teaching changed", "trainer invited", "teaching reminder"];

/** Kinds that, still waiting in the same stream, have nothing left to say after this one. */
export function supersededBy(kind: string, facts: Facts): readonly string[] {
  switch (kind) {
    case "booking cancelled":
    case "booking moved":
    case "booking declined":
    case "waiting ended":
      return aboutComing;
    case "trainer released":
      return aboutTeaching;
    case "teaching changed":
      return facts.calledOff ? aboutTeaching : [];
    default:
      return [];
  }
}

/**
 * Two changes as one: how it is now, against how it was before the first.
 * @returns null where all is as it was again, so that there is nothing to tell
 */
export function mergeChanges(older: Facts, newer: Facts): Facts | null {
  const [first, second] = [older.before as PlanBefore, newer.before as PlanBefore];
  const title = first.title ?? second.title;
  const before: PlanBefore = title === undefined ? first : { ...first, title };
  const said = new Set([
    ...((older.changed ?? []) as PlanChange[]),
    ...((newer.changed ?? []) as PlanChange[]),
  ]);
  const stillTrue: Record<string, boolean> = {
    when: timesOf(before.meetings) !== timesOf(newer.meetings as PlanBefore["meetings"]),
    where: before.mode !== newer.mode || before.place !== newer.place,
    title: title !== newer.courseTitle,
  };
  // Of what the facts do not hold, such as a link, it cannot be told that it is as before.
  const changed = [...said].filter((change) => stillTrue[change] ?? true);
  return changed.length === 0 ? null : { ...newer, before, changed };
}

const timesOf = (meetings: PlanBefore["meetings"]) =>
  meetings.map(({ date, startTime, endTime }) => `${date} ${startTime} ${endTime}`).join();

export const isCancel = (facts: Facts): boolean => facts.method === "CANCEL";
