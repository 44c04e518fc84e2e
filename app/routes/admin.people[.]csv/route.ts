// The people that a search finds, as a file to keep. Taking it away is itself audited, so it is asked for with a button;
// its bare address leads to the page that has it.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportPeople } from "~/domain/accounts/accounts.server";
import { logDeed } from "~/log.server";
import { civilDateAt } from "~/shared/civil-time";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { readPeopleFilters } from "~/web/people-filters";
import { columns, rowOf } from "./rows";

export const handle = { access: ["coordinator", "admin"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    redirect(paths.adminPeople(readPeopleFilters(visit.url.searchParams).typed)),
  );

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const taken = await visit.limits.take("downloadsOfPerson", visit.person.id);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const people = exportPeople(visit, readPeopleFilters(visit.url.searchParams).filter);
    logDeed(args, { deed: "accounts.people exported", detail: { rows: String(people.length) } });
    const name = `people-${civilDateAt(visit.clock.now())}.csv`;
    return download(name, "text/csv", csvOf(columns, people.map(rowOf)));
  });
