// The reporting year that a page is about: the one in the address, else the newest.

import type { ReportingYear } from "~/domain/impact/impact";
import { reportingYearLabelled } from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";

/** @throws NotFound for a year that is not on offer */
export function chosenYear(url: URL, years: ReportingYear[]): ReportingYear {
  const label = url.searchParams.get("year");
  const wanted = label === null ? years[0] : reportingYearLabelled(label);
  const year = years.find((candidate) => candidate.label === wanted?.label);
  if (!year) throw new NotFound("reporting year");
  return year;
}
