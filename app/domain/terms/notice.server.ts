// How much notice somebody gives by cancelling, what share of the rate that costs, and until when it costs nothing.
// What counts as a whole working day is the calendars room's to say; here are calendar days and hours.
import { DateTime } from "luxon";
import { workingDaysBefore, workingDaysBetween } from "~/domain/calendars/calendars.server";
import { addDays, civilDateAt, startOfDay } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import type { NoticeGiven, NoticeUnit, TermsRules } from "./terms";

const utc = { zone: "utc" };

/**
 * Notice in whole units, never less than 0.
 *
 * - working days: whole ones between the two London dates, neither of which counts ("three working days (72 hours)")
 * - calendar days: from one London date to the other ("seven days or fewer before": the 1st for the 8th is seven)
 * - hours: as they pass, so that 72 of them over a clock change are 72
 */
function noticeIn(unit: NoticeUnit, at: number, startsAt: number): number {
  if (at >= startsAt) return 0;
  if (unit === "working days") return workingDaysBetween(at, startsAt);
  if (unit === "hours") return Math.floor((startsAt - at) / hours(1));
  const from = DateTime.fromISO(civilDateAt(at), utc);
  return DateTime.fromISO(civilDateAt(startsAt), utc).diff(from, "days").days;
}

/**
 * The notice given by cancelling at `at` for a session whose first meeting starts at `startsAt` (instants), and the share
 * of the rate that it costs: of the steps that ask for more notice than that, the one that asks for least.
 */
export function noticeGiven(
  rules: Pick<TermsRules, "notice">,
  { at, startsAt }: { at: number; startsAt: number },
): NoticeGiven {
  const { unit, tiers } = rules.notice;
  const given = noticeIn(unit, at, startsAt);
  const missed = tiers.filter(({ under }) => given < under).sort((one, other) => one.under - other.under)[0];
  return { given, unit, percent: missed?.percent ?? null };
}

/** The last instant at which cancelling still leaves `count` units of notice. */
function lastWith(unit: NoticeUnit, count: number, startsAt: number): number {
  if (unit === "working days") return workingDaysBefore(startsAt, count);
  if (unit === "hours") return startsAt - hours(count);
  return startOfDay(addDays(civilDateAt(startsAt), 1 - count)) - 1;
}

/**
 * The last instant at which cancelling costs nothing: the end of a day in London to the millisecond, or so many hours
 * before the start. Null where notice is never charged for. `noticeGiven` finds nothing due up to it, and something after.
 */
export function lastDayToCancelFree(rules: Pick<TermsRules, "notice">, startsAt: number): number | null {
  const { unit, tiers } = rules.notice;
  if (tiers.length === 0) return null;
  return lastWith(unit, Math.max(...tiers.map(({ under }) => under)), startsAt);
}
