// Gives the entries that a search finds as a list to keep; taking it away is an entry itself.
import { transact } from "db/client";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import type { AuditFilter, AuditLine } from "./audit";
import { theNewest } from "./lanes.server";
import { recordAudit } from "./record-audit.server";
import { linesOf, prepareSearch } from "./search-audit.server";

/** As many rows as a spreadsheet opens without trouble. */
export const mostExported = 50_000;
const batch = 1000;

/** The newest entries that the filter leaves; `cut` where there are more than `mostExported`. @throws Forbidden */
export function exportAudit(
  ctx: Context,
  filter: AuditFilter,
): Result<{ lines: AuditLine[]; cut: boolean }, "too many people"> {
  const search = prepareSearch(ctx, filter);
  if (!search) return refused("too many people");
  const lines: AuditLine[] = [];
  let cut = false;
  for (const line of linesOf(ctx, search, theNewest, batch)) {
    cut = lines.length === mostExported;
    if (cut) break;
    lines.push(line);
  }
  transact(ctx.db, () =>
    recordAudit(ctx, {
      action: "audit.exported",
      subjectKind: "audit trail",
      subjectId: "entries",
      detail: { rows: lines.length },
    }),
  );
  return done({ lines, cut });
}
