// Publishing several drafts at once: what they are first, then all of them or none.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { describeSessions } from "~/domain/bookings/bookings.server";
import { publishSessions } from "~/domain/sessions/sessions.server";
import { counted } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { ProgrammeTable } from "~/web/programme-table";
import { publishInWords } from "~/web/session-refusals";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Publish drafts");

/** A page of the programme. */
const most = 50;

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const ids = [...new Set(visit.url.searchParams.getAll("id"))].slice(0, most);
    return { drafts: describeSessions(visit, ids).filter((session) => session.status === "draft") };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const ids = posted.getAll("id").map(String).slice(0, most);
    const published = publishSessions(visit, ids);
    if (!published.ok) {
      const [session] = describeSessions(visit, [published.reason.sessionId]);
      const words = `${session?.courseTitle ?? "A session"}: ${publishInWords[published.reason.reason]}`;
      return showAgain(formWith(posted, { "": `Nothing was published. ${words}` }));
    }
    throw redirect(paths.manageSessions({ done: "published" }));
  });

export default function PublishDrafts() {
  const { drafts } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const many = counted(drafts.length, "draft");
  return (
    <>
      <BackLink href={paths.manageSessions({ status: "draft" })} text="Programme" />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-xl">Publish {drafts.length === 0 ? "drafts" : many}</h1>
      {drafts.length === 0 ? (
        <EmptyState
          title="No draft is ticked"
          text="Tick the drafts in the programme that people should be able to book."
          action={{ href: paths.manageSessions({ status: "draft" }), label: "Show the drafts" }}
        />
      ) : (
        <>
          <p className="govuk-body">
            People can see and book these sessions as soon as they are published, or when their booking opens.
            A published session cannot become a draft again.
          </p>
          <ProgrammeTable caption="Drafts to publish" sessions={drafts} />
          <form method="post" action={paths.managePublish()}>
            {drafts.map(({ id }) => (
              <input key={id} type="hidden" name="id" value={id} />
            ))}
            <SubmitButton>Publish {many}</SubmitButton>
          </form>
        </>
      )}
    </>
  );
}
