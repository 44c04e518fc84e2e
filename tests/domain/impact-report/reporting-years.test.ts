// Which reporting year a day falls in, and which labels are years.
import { describe, expect, test } from "vitest";
import { reportingYearLabelled, reportingYearOf } from "~/domain/impact/reporting-years";

describe("reporting years run from April to March", () => {
  test.each([
    ["2026-03-31", "2025-26"],
    ["2026-04-01", "2026-27"],
    ["2026-12-31", "2026-27"],
    ["2027-01-01", "2026-27"],
    ["2027-03-31", "2026-27"],
    ["2100-01-01", "2099-00"],
  ])("%s is in %s", (date, label) => {
    expect(reportingYearOf(date).label).toBe(label);
    expect(reportingYearLabelled(label)).toEqual(reportingYearOf(date));
  });

  test.each(["", "2026", "2026-28", "2026-7", "26-27", "1999-00", "2026-27 ", "2026-27'", "2026–27", null])(
    "%j is no reporting year",
    (label) => {
      expect(reportingYearLabelled(label)).toBeNull();
    },
  );
});
