// Reporting years run from April to March, in four quarters.
import { addMonths, type CivilDate } from "~/shared/civil-time";
import type { Period } from "./report";

/** The reporting year that a date falls in: "2026-27" for 1 April 2026 up to, but not including, 1 April 2027. */
export function reportingYearOf(date: CivilDate): Period {
  const year = Number(date.slice(0, 4));
  const first = date.slice(5) >= "04-01" ? year : year - 1;
  return yearStarting(first);
}

export function yearStarting(first: number): Period {
  const label = `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
  return { label, from: `${first}-04-01`, until: `${first + 1}-04-01` };
}

/** April to June, July to September, October to December, January to March. */
export function quartersOf(year: Period): Period[] {
  return [0, 3, 6, 9].map((months, index) => ({
    label: `${year.label}-Q${index + 1}`,
    from: addMonths(year.from, months),
    until: addMonths(year.from, months + 3),
  }));
}

/** The year with this label, or null for anything else. */
export function reportingYearLabelled(label: string | null): Period | null {
  const first = /^(20\d\d)-\d\d$/.exec(label ?? "")?.[1];
  const year = first ? yearStarting(Number(first)) : null;
  return year?.label === label ? year : null;
}
