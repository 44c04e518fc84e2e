// Everything that is held on somebody as one JSON file, to answer their request. A button on their page posts.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { personalDataFile } from "~/web/personal-data-file.server";

export const handle = { access: ["coordinator", "admin"] } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, () => redirect(paths.adminPerson(args.params.id ?? "")));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    personalDataFile(args, visit, { personId: args.params.id ?? "", format: "json" }),
  );
