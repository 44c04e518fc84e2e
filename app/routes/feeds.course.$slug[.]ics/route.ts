// The dates of a course as a calendar to subscribe to.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCourse } from "~/domain/catalogue/catalogue.server";
import { enter } from "~/web/enter.server";
import { offerFeed } from "~/web/offer-feed.server";

export const handle = { access: "public" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const { slug, title } = readCourse(visit, args.params.slug ?? "");
    return offerFeed(visit, args.request, {
      choice: { course: slug },
      name: title,
      file: `training-${slug}`,
    });
  });
