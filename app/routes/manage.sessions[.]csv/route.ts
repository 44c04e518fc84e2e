// The programme that the filters find, as a file for a spreadsheet. It names no one.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listProgramme } from "~/domain/bookings/bookings.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { readProgramme } from "~/web/programme-filters";
import { columns, rowOf } from "./rows";

export const handle = { access: ["coordinator"] } as const;

/** More sessions than a partnership gives in ten years. */
const most = 10_000;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { filters, order } = readProgramme(visit.url.searchParams);
    const { sessions } = listProgramme(visit, filters, order, { number: 1, size: most });
    const name = `programme-${civilDateAt(visit.clock.now())}.csv`;
    return download(name, "text/csv", csvOf(columns, sessions.map(rowOf)));
  });
