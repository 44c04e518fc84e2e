// The charges on an agency's statement, as a file to keep. Taking it away is itself audited, so it is asked for with a
// button; its bare address leads to the page that has it.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { agencyLedBy } from "~/domain/accounts/accounts.server";
import { exportStatement } from "~/domain/charges/charges.server";
import { logDeed } from "~/log.server";
import { NotFound } from "~/shared/problems";
import { chargesAsCsv } from "~/web/charge-files.server";
import { download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";
import { readStatementPeriod } from "~/web/statement-period";

export const handle = { access: ["agency_lead"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    redirect(paths.teamStatement(readStatementPeriod(visit.url.searchParams, visit.clock.now()).typed)),
  );

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { from, to, typed, errors } = readStatementPeriod(visit.url.searchParams, visit.clock.now());
    // The page says what is wrong, beside the field.
    if (Object.keys(errors).length > 0) return redirect(paths.teamStatement(typed));
    const agency = agencyLedBy(visit);
    if (!agency) throw new NotFound("agency");
    const taken = await visit.limits.take("downloadsOfPerson", visit.person.id);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const statement = exportStatement(visit, { agencyId: agency.id, from, to });
    logDeed(args, { deed: "charges.exported", detail: { rows: String(statement.charges.length) } });
    return download(`statement-${from}-to-${to}.csv`, "text/csv", chargesAsCsv(statement.charges));
  });
