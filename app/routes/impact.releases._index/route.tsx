// Impact reports that were released: for everybody those that are public, for those who read figures all, and what is
// still to be done.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { EmptyState } from "~/components/empty-state";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { holds } from "~/domain/context";
import { listOpenActions, listReleases } from "~/domain/impact/impact.server";
import { civilDateAt } from "~/shared/civil-time";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { OpenActions } from "./open-actions";
import { Releases } from "./releases";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Impact reports");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    partnershipName: readPartnership(visit).name,
    releases: listReleases(visit),
    openActions: listOpenActions(visit),
    today: civilDateAt(visit.clock.now()),
    readsFigures: holds(visit.actor, "coordinator", "sdg_member", "scrutineer"),
    mayDraft: holds(visit.actor, "coordinator"),
  }));

export type ReleasesPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ImpactReports() {
  const page = useLoaderData<typeof loader>();
  const { partnershipName, releases, readsFigures, mayDraft } = page;
  return (
    <>
      {readsFigures && <BackLink href={paths.impact()} text="Impact" />}
      <span className="govuk-caption-xl">{partnershipName}</span>
      <h1 className="govuk-heading-xl">Impact reports</h1>
      <p className="govuk-body-l">
        What joint safeguarding training was given, what changed, how sure that is, and what will be done.
        Each report is signed off and stays as it was signed.
      </p>
      {mayDraft && releases.length > 0 && <ButtonLink href={paths.newRelease()}>Draft a report</ButtonLink>}
      {releases.length === 0 ? (
        <EmptyState
          title="No reports yet"
          text={
            mayDraft
              ? "A report tells of a year or a quarter. You draft it, others comment, and a member of the delivery group signs it."
              : "A report appears here once it has been signed off and made public."
          }
          action={mayDraft ? { href: paths.newRelease(), label: "Draft a report" } : undefined}
        />
      ) : (
        <Releases page={page} />
      )}
      {readsFigures && <OpenActions page={page} />}
    </>
  );
}
