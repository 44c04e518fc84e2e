// The whole offer as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { enter } from "~/web/enter.server";
import { offerFeed } from "~/web/offer-feed.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) =>
    offerFeed(visit, args.request, { choice: {}, name: null, file: "training" }),
  );
