// Where a form that is not finished saves itself as it is typed; the page's script is who asks.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter } from "~/web/enter.server";
import { keepDraft, readFormKey } from "~/web/evaluation-form.server";
import { paths } from "~/web/paths";

export const handle = { access: "public" } as const;

/** There is nothing to read here: the page has it. */
export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    readFormKey(visit, args.params.token);
    throw redirect(paths.evaluation(args.params.token ?? ""));
  });

/** 204 once it is kept; 409 where the form is closed or answered meanwhile, or there is too much of it. */
export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const key = readFormKey(visit, args.params.token);
    const kept = await keepDraft(visit, key, await args.request.formData());
    return new Response(null, { status: kept.ok ? 204 : 409, headers: { "Cache-Control": "no-store" } });
  });
