// The partnership's training needs, for those who plan the programme; no count of fewer than five people leaves the loader.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { needsAnalysis, rankByNeed } from "~/domain/needs/needs.server";
import { enter } from "~/web/enter.server";
import { pageTitle } from "~/web/title";
import { Needs, type NeedsPage } from "./needs-page";
import { fewestInRow, publishNeeds } from "./published";

export const handle = { access: ["coordinator", "sdg_member"] } as const;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "Training needs");

const listedNext = 5;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit): NeedsPage => {
    const analysis = needsAnalysis(visit, visit.clock.now(), { fewest: fewestInRow });
    const shown = publishNeeds(analysis);
    // Ranked by what is shown, so that not even the order tells of what is withheld.
    const { ranked, unranked } = rankByNeed(shown.competencies);
    return {
      ...shown,
      on: analysis.on,
      next: ranked.slice(0, listedNext),
      unranked: unranked.map(({ name }) => name),
    };
  });

export default function NeedsRoute() {
  return <Needs page={useLoaderData<typeof loader>()} />;
}
