// Reporting years run from April to March.
import type { CivilDate } from "~/shared/civil-time";
import type { ReportingYear } from "./impact";

/** The reporting year that a date falls in: "2026-27" for 1 April 2026 up to, but not including, 1 April 2027. */
export function reportingYearOf(date: CivilDate): ReportingYear {
  const year = Number(date.slice(0, 4));
  const first = date.slice(5) >= "04-01" ? year : year - 1;
  return yearStarting(first);
}

export function yearStarting(first: number): ReportingYear {
  const label = `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
  return { label, from: `${first}-04-01`, until: `${first + 1}-04-01` };
}

/** The year with this label, or null for anything else. */
export function reportingYearLabelled(label: string | null): ReportingYear | null {
  const first = /^(20\d\d)-\d\d$/.exec(label ?? "")?.[1];
  const year = first ? yearStarting(Number(first)) : null;
  return year?.label === label ? year : null;
}
