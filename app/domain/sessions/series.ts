// Pure rule: on which days a session is repeated.
import { DateTime } from "luxon";
import { addDays, type CivilDate } from "~/shared/civil-time";

export const repeats = ["weekly", "fortnightly", "monthly"] as const;
export type Repeat = (typeof repeats)[number];

/** More than a year of weeks. */
export const mostInSeries = 60;

/**
 * The days after the first on which it is repeated, `times` of them. Monthly means the same weekday of the month, such
 * as the second Tuesday; where a month has no fifth, its last.
 */
export function repeatedDays(first: CivilDate, repeat: Repeat, times: number): CivilDate[] {
  return Array.from({ length: Math.min(times, mostInSeries) }, (_, index) => {
    if (repeat === "weekly") return addDays(first, 7 * (index + 1));
    if (repeat === "fortnightly") return addDays(first, 14 * (index + 1));
    return sameWeekday(first, index + 1);
  });
}

function sameWeekday(first: CivilDate, monthsOn: number): CivilDate {
  const day = DateTime.fromISO(first, { zone: "utc" });
  const month = day.startOf("month").plus({ months: monthsOn });
  const firstSuch = month.plus({ days: (day.weekday - month.weekday + 7) % 7 });
  const wanted = firstSuch.plus({ weeks: Math.ceil(day.day / 7) - 1 });
  return (wanted.month === month.month ? wanted : wanted.minus({ weeks: 1 })).toFormat("yyyy-MM-dd");
}
