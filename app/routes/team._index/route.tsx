// An agency lead's own agency, and a line manager's reports: who waits for an answer, who is booked, who did not come.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { NotificationBanner } from "~/components/notification-banner";
import { confirmAgency, declineAgency } from "~/domain/accounts/accounts.server";
import { answersInWords, readAnswer } from "~/web/answered-approval.server";
import { ApprovalsTable } from "~/web/approval-row";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Awaiting } from "./awaiting";
import { Coming } from "./coming";
import { Missed } from "./missed";
import { OwnAgency } from "./own-agency";
import { readTeam } from "./read-team.server";
import { Reports } from "./reports";
import { Reserved } from "./reserved";
import { doneInWords, refusals } from "./words";

export const handle = { access: ["agency_lead", "line_manager"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Team");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    ...readTeam(visit),
    done: doneIn({ ...doneInWords, ...answersInWords }, visit.url.searchParams),
  }));

const answers = new Map([
  ["confirm", { settle: confirmAgency, done: "confirmed" }],
  ["decline", { settle: declineAgency, done: "declined" }],
]);

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    if (posted.has("approvalId")) {
      const answered = readAnswer(visit, posted);
      if (!answered.ok) return showAgain(answered.form);
      throw redirect(paths.team({ done: answered.done }));
    }
    const personId = String(posted.get("personId") ?? "");
    const answer = answers.get(String(posted.get("intent")));
    if (!answer) return showAgain(formWith(posted, { "": "Answer with one of the buttons" }));
    const settled = answer.settle(visit, personId);
    if (!settled.ok) return showAgain(formWith(posted, refusals[settled.reason]));
    throw redirect(paths.team({ done: answer.done }));
  });

export type TeamPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Team() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { agency, approvals, bookings, reports, leads, done } = page;
  return (
    <>
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Team</h1>
      {leads && !agency && (
        <EmptyState
          title="Your own agency is not confirmed"
          text="You see your agency’s people once a coordinator has confirmed that you work there."
        />
      )}
      {approvals.length > 0 && (
        <section id="approvals">
          <ApprovalsTable
            caption="Do you approve?"
            approvals={approvals}
            action={paths.team()}
            personHref={paths.teamPerson}
            form={form}
          />
        </section>
      )}
      <Awaiting awaiting={page.awaiting} />
      {bookings && <Coming bookings={bookings} />}
      <Reserved reserved={page.reserved} />
      <Missed missed={page.missed} />
      {agency && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.teamStatement()}>
            Statement of places and charges
          </a>
        </p>
      )}
      {reports.length > 0 && <Reports reports={reports} />}
      {agency && <OwnAgency agency={agency} q={page.q} />}
      {(agency || reports.length > 0) && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.teamApprovals()}>
            Approvals, with those answered before
          </a>
        </p>
      )}
    </>
  );
}
