// How delivered sessions went, as a file: people counted, and both rates.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listAttendance } from "~/domain/bookings/bookings.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { readSpan } from "~/web/register-span";

export const handle = { access: ["coordinator"] } as const;

const columns = [
  "course",
  "date",
  "trainers",
  "expected",
  "came",
  "came for part",
  "did not attend",
  "excused",
  "walk-ins",
  "attendance %",
  "attendance % with walk-ins",
] as const;

const inPercent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const span = readSpan(visit.url.searchParams, visit.clock.now());
    const { sessions } = listAttendance(visit, span, { number: 1, size: 100_000 });
    const rows = sessions.map(({ courseTitle, startsAt, trainerNames, counts, rate }) => ({
      course: courseTitle,
      date: civilDateAt(startsAt),
      trainers: trainerNames,
      expected: rate.expected,
      came: rate.came,
      "came for part": rate.partly,
      "did not attend": counts.absent,
      excused: counts.excused,
      "walk-ins": rate.walkIns,
      "attendance %": inPercent(rate.withoutWalkIns),
      "attendance % with walk-ins": inPercent(rate.withWalkIns),
    }));
    return download(`attendance-${span.first}-${span.last}.csv`, "text/csv", csvOf(columns, rows));
  });
