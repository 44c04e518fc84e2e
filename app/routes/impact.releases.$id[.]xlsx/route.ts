// The figures of an impact report as an Excel workbook, for whoever may read its page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, workbookType } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { frozenRelease, workbookOfRelease } from "~/web/release-download.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const frozen = frozenRelease(visit, args.params.id ?? "");
    return download(`${frozen.name}.xlsx`, workbookType, await workbookOfRelease(visit, frozen));
  });
