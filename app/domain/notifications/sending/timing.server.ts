// When a letter leaves: at once, held for a few minutes, or when people are at work. Pure.
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import { addDays, type CivilDate, civilDateAt, instantOf, wallTimeAt } from "~/shared/civil-time";
import { hours, minutes } from "~/shared/clock";
import type { MessageKind } from "../message-kinds";

/** How long a change waits for more of the same: five edits make one letter. */
export const holdLength = minutes(10);
const opens = "08:00";
const closes = "18:00";
/** Sooner than this, people need to know even at night. */
const pressing = hours(24);
/** Sooner than this, there is no time to wait for more changes. */
const aboutToBegin = hours(2);

/** They answer what somebody just did, open an account or guard it, or run out. */
const leaveAtOnce: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "sign-in link",
  "address to confirm",
  "account changed",
  "welcome",
  "booking offered",
  "invitation declined",
  "complaint received",
]);

/** Held and merged: somebody is still editing. */
const areHeld: ReadonlySet<string> = new Set(["session changed", "teaching changed"]);

/** Further days of the letter before them: they leave when it does. */
const followOthers: ReadonlySet<string> = new Set(["calendar entry", "teaching entry"]);

export type Facts = Record<string, unknown>;

/** Whether more of the same is waited for. That a session does not take place needs no further edit. */
export const isHeld = (kind: string, facts: Facts): boolean => areHeld.has(kind) && !facts.calledOff;

export const isFollower = (kind: string): boolean => followOthers.has(kind);

/** The first instant from `at` on that is within working hours: 8:00 to 18:00 in London on a working day. */
export function nextWorkingHour(at: number): number {
  const date = civilDateAt(at);
  const time = isWorkingDay(date) ? wallTimeAt(at) : closes;
  if (time >= closes) return openingAfterDay(date);
  return time >= opens ? at : instantOf(date, opens);
}

/** When work begins on the first working day after the day of an instant. */
export const openingAfter = (at: number): number => openingAfterDay(civilDateAt(at));

function openingAfterDay(date: CivilDate): number {
  let day = addDays(date, 1);
  // A year of holidays would be a mistake in the calendar, not a reason to wait for ever.
  for (let looked = 0; !isWorkingDay(day) && looked < 366; looked++) day = addDays(day, 1);
  return instantOf(day, opens);
}

/**
 * When a message that is posted now is to leave, in ms.
 * @param message.byThemselves whether the addressee caused it: whoever does something is answered at once
 * @param message.optional one of the letters that people may stop: it always waits for working hours
 */
export function whenToLeave(
  message: { kind: MessageKind; facts: Facts; byThemselves: boolean; optional: boolean },
  now: number,
): number {
  const { kind, facts, byThemselves, optional } = message;
  if (optional) return nextWorkingHour(now);
  // An entry that was there twice follows no other letter.
  if (leaveAtOnce.has(kind) || (isFollower(kind) && !facts.twice)) return now;
  const first = soonest(facts, now);
  const held = isHeld(kind, facts);
  if (byThemselves && !held) return now;
  const ready = held && first - now >= aboutToBegin ? now + holdLength : now;
  const open = nextWorkingHour(ready);
  return first - open < pressing ? ready : open;
}

/**
 * What a letter must not come too late for: the first meeting as planned now, or as planned before the change, or the
 * last moment to answer. Infinity where nothing lies ahead.
 */
export function soonest(facts: Facts, now: number): number {
  const before = facts.before as { meetings?: PlannedBefore[] } | undefined;
  const moments = [
    ...((facts.meetings as { startsAt: number }[] | undefined) ?? []).map(({ startsAt }) => startsAt),
    ...(before?.meetings ?? []).map(({ date, startTime }) => instantOf(date, startTime)),
    ...[facts.answerBy, facts.decideBy, facts.offerEndsAt].filter((moment) => typeof moment === "number"),
  ];
  return Math.min(...moments.filter((moment) => moment > now));
}

type PlannedBefore = { date: string; startTime: string };
