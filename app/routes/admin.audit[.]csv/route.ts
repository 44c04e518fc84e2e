// The entries that a search of the audit trail finds, as a file to keep. Taking it away is itself an entry, so it is
// asked for with a button; its bare address leads to the page that has it.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportAudit } from "~/domain/audit/audit.server";
import { logDeed } from "~/log.server";
import { readAuditFilters } from "~/web/audit-filters";
import { csvOf, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { columns, rowOf } from "./rows";

export const handle = { access: ["coordinator", "admin"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    redirect(paths.adminAudit(readAuditFilters(visit.url.searchParams).typed)),
  );

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { filter, typed, errors } = readAuditFilters(visit.url.searchParams);
    // The page says what is wrong, beside the field.
    const toThePage = () => redirect(paths.adminAudit(typed));
    if (Object.keys(errors).length > 0) return toThePage();
    const taken = await args.context.limits.take("downloadsOfPerson", visit.person.id);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const exported = exportAudit(visit, filter);
    if (!exported.ok) return toThePage();
    const { lines, cut } = exported.value;
    logDeed(args, { deed: "audit.exported", detail: { rows: String(lines.length) } });
    const name = cut ? `audit-trail-newest-${lines.length}.csv` : "audit-trail.csv";
    return download(name, "text/csv", csvOf(columns, lines.map(rowOf)));
  });
