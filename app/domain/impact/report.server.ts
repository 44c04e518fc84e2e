// The impact reports as pages read them: of any part of the offer, in a reporting year or one of its quarters.

import { sessions } from "db/schema";
import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { buildReport, listSlices } from "./build-report";
import type { Period, Report, ReportInputs, Slice } from "./report";
import { readReportInputs } from "./report-inputs.server";
import { quartersOf, reportingYearOf, yearStarting } from "./reporting-years";

/** Reports by what they were made from: a year's list of sessions is another once any figure or name is. */
const made = new WeakMap<ReportInputs["sessions"], Map<string, Report>>();
const reportsKept = 40;

/** @throws Forbidden for anyone who may not read impact figures */
export function readReport(ctx: Context, slice: Slice, period: Period): Report {
  const inputs = readReportInputs(ctx, period);
  const kept = made.get(inputs.sessions) ?? new Map<string, Report>();
  made.set(inputs.sessions, kept);
  const key = JSON.stringify([slice, period, inputs.quotes]);
  const report = kept.get(key) ?? buildReport(inputs, slice);
  kept.set(key, report);
  for (const oldest of [...kept.keys()].slice(0, -reportsKept)) kept.delete(oldest);
  return report;
}

/** What there are reports of in a period. @throws Forbidden for anyone who may not read impact figures */
export function listReportSlices(ctx: Context, period: Period): Slice[] {
  return listSlices(readReportInputs(ctx, period));
}

/**
 * The reporting years with delivered sessions and the one that is running, newest first; each followed by those of its
 * quarters that have begun, newest first.
 */
export function listPeriods(ctx: Pick<Context, "db" | "clock">): Period[] {
  const today = civilDateAt(ctx.clock.now());
  const running = reportingYearOf(today);
  const { first } = deliveredSpan(ctx);
  const oldest = first === null ? running : reportingYearOf(civilDateAt(first));
  const start = (year: Period) => Number(year.from.slice(0, 4));
  const count = Math.max(1, start(running) - start(oldest) + 1);
  return Array.from({ length: count }, (_, index) => yearStarting(start(running) - index)).flatMap((year) => [
    year,
    ...quartersOf(year)
      .filter(({ from }) => from <= today)
      .reverse(),
  ]);
}

/** The instant of the first delivered session, or null. */
const deliveredSpan = (ctx: Pick<Context, "db">) =>
  ctx.db
    .select({ first: sql<number | null>`min(${sessions.endsAt})` })
    .from(sessions)
    .where(eq(sessions.status, "delivered"))
    .get() ?? { first: null };
