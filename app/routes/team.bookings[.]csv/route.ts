// The bookings that the agency's list finds, as a file to keep. Taking it away is recorded, so it is asked for with a
// button; its bare address leads to the page that has it.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportTeamBookings } from "~/domain/bookings/bookings.server";
import { logDeed } from "~/log.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { readTeamFilters } from "~/web/team-booking-filters";
import { columns, rowOf } from "./rows";

export const handle = { access: ["agency_lead"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    redirect(paths.teamBookings(readTeamFilters(visit.url.searchParams).typed)),
  );

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const taken = await visit.limits.take("downloadsOfPerson", visit.person.id);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const bookings = exportTeamBookings(visit, readTeamFilters(visit.url.searchParams).filter);
    logDeed(args, { deed: "bookings.exported", detail: { rows: String(bookings.length) } });
    const name = `bookings-${civilDateAt(visit.clock.now())}.csv`;
    return download(name, "text/csv", csvOf(columns, bookings.map(rowOf)));
  });
