// The days that a list of delivered sessions is about: those asked for, else the year until today.
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateAt,
  isCivilDate,
  startOfDay,
} from "~/shared/civil-time";

export type Span = {
  /** Instants; `to` excluded. */
  from: number;
  to: number;
  /** The same as days, both included. */
  first: CivilDate;
  last: CivilDate;
  /** What was asked for could not be read, or ended before it began: the usual year is shown. */
  notDates: boolean;
};

/** Reads `?from=2026-01-01&to=2026-12-31`. */
export function readSpan(query: URLSearchParams, now: number): Span {
  const today = civilDateAt(now);
  const asked = { first: query.get("from") ?? "", last: query.get("to") ?? "" };
  const blank = asked.first === "" && asked.last === "";
  const usual = { first: addDays(addMonths(today, -12), 1), last: today };
  const good = isCivilDate(asked.first) && isCivilDate(asked.last) && asked.first <= asked.last;
  const { first, last } = good ? asked : usual;
  return {
    from: startOfDay(first),
    to: startOfDay(addDays(last, 1)),
    first,
    last,
    notDates: !blank && !good,
  };
}
