// Everything that is held on me as one CSV file, for a spreadsheet.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { personalDataFile } from "~/web/personal-data-file.server";

export const handle = { access: "signed in" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, () => redirect(paths.myData()));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    personalDataFile(args, visit, { personId: visit.person.id, format: "csv" }),
  );
