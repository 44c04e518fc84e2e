// Working days in England: Monday to Friday without the bank holidays, by London's dates.
import Holidays from "date-holidays";
import { addDays, type CivilDate, civilDateAt, london, startOfDay } from "~/shared/civil-time";

const england = new Holidays("GB", "ENG", { timezone: london, types: ["public"] });

// A year's holidays are worked out once: each takes some milliseconds.
const byYear = new Map<number, ReadonlyMap<CivilDate, string>>();
function bankHolidaysOf(year: number): ReadonlyMap<CivilDate, string> {
  let dates = byYear.get(year);
  if (!dates) {
    dates = new Map(england.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]));
    byYear.set(year, dates);
  }
  return dates;
}

/** Whether a date is a working day in England: not a Saturday, a Sunday or a bank holiday (a substitute day is one). */
export function isWorkingDay(date: CivilDate): boolean {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !bankHolidaysOf(Number(date.slice(0, 4))).has(date);
}

/** The name of a bank holiday in England: "Good Friday"; null for any other day. */
export const bankHolidayOn = (date: CivilDate): string | null =>
  bankHolidaysOf(Number(date.slice(0, 4))).get(date) ?? null;

// Far more than any terms can ask for: a count that runs away is a mistake, not a long wait.
const mostDays = 5 * 366;

/** The date that is the `count`th working day before (-1) or after (1) a date, that date itself not counted. */
function stepWorkingDays(date: CivilDate, count: number, direction: 1 | -1): CivilDate {
  let day = date;
  let left = count;
  for (let walked = 0; left > 0; walked++) {
    if (walked > mostDays) throw new Error(`Too many working days to count: ${count}`);
    day = addDays(day, direction);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/**
 * Whole working days between two instants: those that lie strictly between the two London dates. Neither the day of
 * cancelling nor the day of the session counts, so three of them are never less than 72 hours, which is what published
 * terms mean where they say "three working days (72 hours)". Cancelling on a Monday for the Friday after gives three.
 * @returns 0 where `to` is on the same date, the next one, or earlier; at most 1,830
 */
export function workingDaysBetween(from: number, to: number): number {
  const last = civilDateAt(to);
  let count = 0;
  let day = addDays(civilDateAt(from), 1);
  for (let walked = 0; day < last && walked < mostDays; walked++) {
    if (isWorkingDay(day)) count += 1;
    day = addDays(day, 1);
  }
  return count;
}

/**
 * The last instant from which `workingDaysBetween` to `instant` is still `count`: the end of a day in London, to the
 * millisecond; the instant itself for a count of 0.
 */
export function workingDaysBefore(instant: number, count: number): number {
  if (count <= 0) return instant;
  return startOfDay(stepWorkingDays(civilDateAt(instant), count, -1)) - 1;
}

/**
 * The end of the `count`th working day after the day of an instant, in London, to the millisecond: how long someone has
 * who is given so many working days; the instant itself for a count of 0.
 */
export function workingDaysAfter(instant: number, count: number): number {
  if (count <= 0) return instant;
  return startOfDay(addDays(stepWorkingDays(civilDateAt(instant), count, 1), 1)) - 1;
}
