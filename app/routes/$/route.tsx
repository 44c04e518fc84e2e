// Every address that no page has: a 404, said in the page around it.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";

export const handle = { access: "public" } as const;

const nothingHere = (args: LoaderFunctionArgs | ActionFunctionArgs) =>
  enter(args, handle.access, (visit): null => {
    throw new NotFound(visit.url.pathname);
  });

export const loader = (args: LoaderFunctionArgs) => nothingHere(args);
export const action = (args: ActionFunctionArgs) => nothingHere(args);

/** Never shown; without a page Remix would answer in bare text. */
export default function NothingHere() {
  return null;
}
