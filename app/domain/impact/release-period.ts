// The periods that a release may be about: a reporting year or one of its quarters.
import { addMonths, type CivilDate } from "~/shared/civil-time";
import type { Period } from "./report";
import { reportingYearOf } from "./reporting-years";

/** The period of these days, or null where they are neither a reporting year nor a quarter of one. */
export function periodOf(from: CivilDate, until: CivilDate): Period | null {
  const year = reportingYearOf(from);
  if (from === year.from && until === year.until) return { ...year };
  const quarter = [0, 1, 2, 3].find((index) => addMonths(year.from, 3 * index) === from);
  if (quarter === undefined || addMonths(from, 3) !== until) return null;
  return { label: `${year.label}-Q${quarter + 1}`, from, until };
}
