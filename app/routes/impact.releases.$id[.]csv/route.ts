// The figures of an impact report as rows, for whoever may read its page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { csvOfRelease, frozenRelease } from "~/web/release-download.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const frozen = frozenRelease(visit, args.params.id ?? "");
    return download(`${frozen.name}.csv`, "text/csv", csvOfRelease(frozen));
  });
