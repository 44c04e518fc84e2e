// The charges that a search finds, as an Excel workbook to keep. Taking it away is itself audited, so it is asked for with a button;
// its bare address leads to the page that has it.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { exportCharges } from "~/domain/charges/charges.server";
import { logDeed } from "~/log.server";
import { civilDateAt } from "~/shared/civil-time";
import { chargesAsWorkbook } from "~/web/charge-files.server";
import { readChargeFilters } from "~/web/charge-filters";
import { download, workbookType } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { tooMany } from "~/web/limits.server";
import { paths } from "~/web/paths";

export const handle = { access: ["coordinator"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    redirect(paths.manageCharges(readChargeFilters(visit.url.searchParams).typed)),
  );

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const { filters, typed, errors } = readChargeFilters(visit.url.searchParams);
    // The page says what is wrong, beside the field.
    if (Object.keys(errors).length > 0) return redirect(paths.manageCharges(typed));
    const taken = await visit.limits.take("downloadsOfPerson", visit.person.id);
    if (!taken.ok) throw tooMany(taken.retryAfterSeconds);
    const charges = exportCharges(visit, filters);
    logDeed(args, { deed: "charges.exported", detail: { rows: String(charges.length) } });
    const name = `charges-${civilDateAt(visit.clock.now())}.xlsx`;
    return download(name, workbookType, await chargesAsWorkbook(charges));
  });
