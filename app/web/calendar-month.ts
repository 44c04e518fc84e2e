// A month as a calendar lays it out: weeks from Monday to Sunday. Pure.
import { addDays, addMonths, type CivilDate, isCivilDate } from "~/shared/civil-time";

/** "2026-11" */
export type Month = string;

export const monthOf = (date: CivilDate): Month => date.slice(0, 7);
export const firstDayOf = (month: Month): CivilDate => `${month}-01`;
/** `count` later, or earlier if negative. */
export const monthsLater = (month: Month, count: number): Month =>
  monthOf(addMonths(firstDayOf(month), count));

/** A month as an address names it; null for anything else, and for times that nobody plans in. */
export const readMonth = (text: string | null): Month | null =>
  text !== null && /^20\d\d-\d\d$/.test(text) && isCivilDate(`${text}-01`) ? text : null;

export function daysOf(month: Month): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = firstDayOf(month); monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Where a date stands in its week: 0 for Monday. */
const placeInWeek = (date: CivilDate) => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Days of one month put into weeks of seven; null where a week reaches out of the month. */
export function weeksOf<Day extends { date: CivilDate }>(days: readonly Day[]): (Day | null)[][] {
  const before = days[0] ? placeInWeek(days[0].date) : 0;
  const cells = [...Array<null>(before).fill(null), ...days];
  const weeks: (Day | null)[][] = [];
  for (let start = 0; start < cells.length; start += 7) {
    const week = cells.slice(start, start + 7);
    weeks.push([...week, ...Array<null>(7 - week.length).fill(null)]);
  }
  return weeks;
}
