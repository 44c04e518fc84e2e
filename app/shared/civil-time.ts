// Civil dates and wall times, and the one place where they become instants.
import { DateTime, IANAZone } from "luxon";
import { days, hours } from "./clock";

export const london = "Europe/London";

export type CivilDate = string; // "2026-11-24"
export type WallTime = string; // "09:30"

/** 1 January 2200, UTC. */
const farAhead = Date.UTC(2200, 0, 1);

/** Days already asked for: a page asks for the same few again and again, and each costs a look into the time zone's tables. */
const londonDays = new Map<CivilDate, number>();
const mostLondonDays = 10_000;

const writtenAsDate = /^\d{4}-\d{2}-\d{2}$/;

/** True for a real date written "2026-11-24". */
export function isCivilDate(text: string): boolean {
  return writtenAsDate.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid;
}

/** True for a wall time written "09:30", hours 00 to 23. */
export function isWallTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * The instant (ms, UTC) at which a clock on the wall in `zone` shows `time` on `date`.
 * A time that the spring change skips is moved on by the hour that was skipped; of a repeated hour the first is meant.
 * @throws Error for a date, time or zone that does not exist.
 */
export function instantOf(date: CivilDate, time: WallTime, zone: string = london): number {
  // Kept by luxon once made; asking whether a name is valid makes a formatter every time.
  const clocks = IANAZone.create(zone);
  const wall = DateTime.fromISO(`${date}T${time}`, { zone: clocks });
  if (!writtenAsDate.test(date) || !isWallTime(time) || !wall.isValid) {
    throw new Error(`Not a date, time and zone: ${date} ${time} ${zone}`);
  }
  // Of a repeated hour luxon may give either; one hour earlier with the same wall time is the first.
  const earlier = wall.toMillis() - hours(1);
  return clocks.offset(earlier) - wall.offset === 60 ? earlier : wall.toMillis();
}

/** The civil date in `zone` at an instant. */
export function civilDateAt(instant: number, zone: string = london): CivilDate {
  if (zone !== london || !(instant >= 0 && instant < farAhead))
    return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd");
  // London is never behind UTC in these years, so it has the date of UTC or already the next.
  const date = new Date(instant).toISOString().slice(0, 10);
  const next = addDays(date, 1);
  return instant < startOfDay(next) ? date : next;
}

/** The wall time in `zone` at an instant, to the minute. */
export function wallTimeAt(instant: number, zone: string = london): WallTime {
  return DateTime.fromMillis(instant, { zone }).toFormat("HH:mm");
}

/** How many days later the second date is; negative if it is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return DateTime.fromISO(to, { zone: "utc" }).diff(DateTime.fromISO(from, { zone: "utc" }), "days").days;
}

/** The first instant of a civil date in `zone`. */
export function startOfDay(date: CivilDate, zone: string = london): number {
  const known = zone === london ? londonDays.get(date) : undefined;
  if (known !== undefined) return known;
  const start = DateTime.fromISO(date, { zone }).startOf("day").toMillis();
  if (zone === london) {
    if (londonDays.size >= mostLondonDays) londonDays.clear();
    londonDays.set(date, start);
  }
  return start;
}

/** `months` later (or earlier, if negative); the last day of a shorter month where the day does not exist. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return DateTime.fromISO(date, { zone: "utc" }).plus({ months }).toFormat("yyyy-MM-dd");
}

export function addDays(date: CivilDate, count: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00Z`) + days(count)).toISOString().slice(0, 10);
}
