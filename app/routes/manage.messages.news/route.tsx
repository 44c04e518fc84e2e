// The next monthly news of the offer as it stands now: who asked for what, and what each would be told.
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { previewNews } from "~/domain/bookings/bookings.server";
import { counted, longDateTimeAt, monthInWords } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Issue } from "./issue";
import { Subscribers } from "./subscribers";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "News of the offer");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ preview: previewNews(visit) }));

export type NewsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfferNews() {
  const { month, at, letters, issues } = useLoaderData<typeof loader>().preview;
  const told = issues.filter(({ news, subscribers }) => news !== null && subscribers > 0);
  const rest = issues.filter(({ news, subscribers }) => news !== null && subscribers === 0);
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
      <Subscribers issues={issues} />
      {[...told, ...rest].map((issue) => (
        <Issue key={issue.about} issue={issue} />
      ))}
      {told.length + rest.length === 0 && (
        <EmptyState
          title="Nothing is new"
          text="No session with places was published since the last issue. Publish one and it shows here."
          action={{ href: paths.manageSessions({ status: "draft" }), label: "See the drafts" }}
        />
      )}
    </>
  );
}
