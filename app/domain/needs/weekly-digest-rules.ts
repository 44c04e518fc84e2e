// Pure: when the week's letter to agency leads leaves, and whether there is anything to say.
import { DateTime } from "luxon";
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import type { AgencyDigest } from "~/domain/notifications/notifications";
import { addDays, type CivilDate, civilDateAt, instantOf } from "~/shared/civil-time";
import { days } from "~/shared/clock";

const opens = "08:00";
/** Later than this it tells of a week that is half over: next week's says more. */
const latest = days(2);

/** The Monday of the week in which a London date lies. */
export const mondayOf = (date: CivilDate): CivilDate =>
  addDays(date, 1 - DateTime.fromISO(date, { zone: "utc" }).weekday);

/**
 * The week whose letter is to leave now, by its Monday; null outside its time. It leaves at eight on the first working day,
 * or within two days of that where the service was away; a week without a working day has none.
 */
export function digestDue(now: number): CivilDate | null {
  const monday = mondayOf(civilDateAt(now));
  const first = [0, 1, 2, 3, 4].map((later) => addDays(monday, later)).find(isWorkingDay);
  if (first === undefined) return null;
  const at = instantOf(first, opens);
  return at <= now && now < at + latest ? monday : null;
}

/** How many sessions a letter lists; more are counted. */
export const mostListed = 12;

/** Those whose certificates ran out are no news each week: alone, they make a letter once a month. */
export function isWorthSaying({ coming, waiting, approvals, missed, renewals, overdue, from }: AgencyDigest) {
  if (coming.length > 0 || waiting + approvals + missed + renewals > 0) return true;
  return overdue > 0 && Number(from.slice(8)) <= 7;
}
