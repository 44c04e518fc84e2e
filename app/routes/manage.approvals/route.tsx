// What waits for somebody's word: requests that a coordinator looks at, and approvals that nobody has given yet.
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
import { NotificationBanner } from "~/components/notification-banner";
import { countQueues, listOpenApprovals, listRequests } from "~/domain/bookings/bookings.server";
import { wholeNumber } from "~/shared/format";
import { answersInWords, readAnswer } from "~/web/answered-approval.server";
import { ApprovalsTable } from "~/web/approval-row";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { readRequestAnswer, requestsInWords } from "./request-answer.server";
import { Requests } from "./requests";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Requests and approvals");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    now: visit.clock.now(),
    counts: countQueues(visit),
    requests: listRequests(visit),
    approvals: listOpenApprovals(visit),
    done: doneIn({ ...answersInWords, ...requestsInWords }, visit.url.searchParams),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const answered = posted.has("approvalId") ? readAnswer(visit, posted) : readRequestAnswer(visit, posted);
    if (!answered.ok) return showAgain(answered.form);
    throw redirect(paths.manageApprovals({ done: answered.done }));
  });

export type ManageApprovalsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ManageApprovals() {
  const { now, counts, requests, approvals, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Requests and approvals</h1>
      <section id="requests">
        <h2 className="govuk-heading-l">Requests to look at</h2>
        {requests.length === 0 ? (
          <EmptyState
            title="No request waits"
            text="They come from people who say that they have done what a course asks for, or who do other work than it is for."
            headingLevel={3}
          />
        ) : (
          <>
            <Shown shown={requests.length} all={counts.requests} />
            <Requests requests={requests} now={now} form={form} />
          </>
        )}
      </section>
      <section id="approvals">
        <h2 className="govuk-heading-l">Open approvals</h2>
        {approvals.length === 0 ? (
          <EmptyState
            title="No approval is open"
            text="Line managers and agency leads answer by themselves. You can answer for an agency that has no lead."
            headingLevel={3}
          />
        ) : (
          <>
            <p className="govuk-body">
              Line managers and agency leads answer these. Answer yourself only where nobody else can.
            </p>
            <Shown shown={approvals.length} all={counts.approvals} />
            <ApprovalsTable
              caption="The longest open first"
              approvals={approvals}
              action={paths.manageApprovals()}
              personHref={paths.adminPerson}
              agencies
              form={form}
            />
          </>
        )}
      </section>
    </>
  );
}

/** Only where there are more than a page holds. */
function Shown({ shown, all }: { shown: number; all: number }) {
  if (all <= shown) return null;
  return (
    <p className="govuk-body">
      The first {wholeNumber(shown)} of {wholeNumber(all)} are shown. Answer some to see the others.
    </p>
  );
}
