// What the people of a session said, for those who run the programme.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { readSessionResults } from "~/domain/impact/impact.server";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { SessionResultsPage } from "~/web/session-results/page";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `What they said: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => readSessionResults(visit, args.params.id ?? ""));

export default function ManagedSessionAnswers() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.manageSession(page.sessionId)} text={page.courseTitle} />
      <SessionResultsPage {...page} />
      <p className="govuk-body">
        What people wrote in words is read under{" "}
        <a className="govuk-link" href={paths.manageComments()}>
          comments
        </a>
        .
      </p>
    </>
  );
}
