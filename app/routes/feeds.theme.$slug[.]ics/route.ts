// A theme's training as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { listThemes } from "~/domain/catalogue/catalogue.server";
import { NotFound } from "~/shared/problems";
import { enter } from "~/web/enter.server";
import { offerFeed } from "~/web/offer-feed.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const theme = listThemes(visit).find(({ slug }) => slug === args.params.slug);
    if (!theme) throw new NotFound("theme");
    const { slug, name } = theme;
    return offerFeed(visit, args.request, { choice: { theme: slug }, name, file: `training-${slug}` });
  });
