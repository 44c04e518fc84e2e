// An impact report as a Word document for a meeting, for whoever may read its page.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentType, download } from "~/web/downloads.server";
import { enter } from "~/web/enter.server";
import { documentOfRelease, frozenRelease } from "~/web/release-download.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const frozen = frozenRelease(visit, args.params.id ?? "");
    return download(`${frozen.name}.docx`, documentType, await documentOfRelease(visit, frozen));
  });
