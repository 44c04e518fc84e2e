// The next monthly news of the offer as it stands now: who asked for what, and what each would be told.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { previewNews } from "~/domain/bookings/bookings.server";
import { counted, listed, longDateTimeAt, monthInWords } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Issue, type OneIssue } from "./issue";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "News of the offer");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ preview: previewNews(visit) }));

export type NewsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfferNews() {
  const { month, at, letters, issues } = useLoaderData<typeof loader>().preview;
  const told = issues.filter(({ news, subscribers }) => news !== null && subscribers > 0);
  const unasked = issues.filter(({ news, subscribers }) => news !== null && subscribers === 0);
  const quiet = issues.filter(({ news, subscribers }) => news === null && subscribers > 0);
  return (
    <>
      <BackLink href={paths.manageMessages()} text="Messages" />
      <h1 className="govuk-heading-xl">News of the offer</h1>
      <p className="govuk-body-l">
        The issue of {monthInWords(month)} leaves on {longDateTimeAt(at)}.
      </p>
      <p className="govuk-body">
        {letters === 0
          ? "As it stands now, nobody gets a letter."
          : `As it stands now, ${counted(letters, "person gets", "people get")} a letter.`}{" "}
        Whoever asked for something without a new session gets none. People choose what they hear of on their
        own page of messages.
      </p>
      <Issues title="What leaves" issues={told} />
      {quiet.length > 0 && (
        <p className="govuk-body">
          Nothing is new for those who asked for{" "}
          {listed(
            quiet.map(({ name, subscribers }) => `${name} (${counted(subscribers, "person", "people")})`),
          )}
          .
        </p>
      )}
      <Issues title="New, but nobody has asked for it" issues={unasked} />
      {told.length + unasked.length === 0 && (
        <EmptyState
          title="Nothing is new"
          text="No session with places was published since the last issue. Publish one and it shows here."
          action={{ href: paths.manageSessions({ status: "draft" }), label: "See the drafts" }}
        />
      )}
    </>
  );
}

function Issues({ title, issues }: { title: string; issues: OneIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {issues.map((issue) => (
        <Issue key={issue.about} issue={issue} />
      ))}
    </>
  );
}
