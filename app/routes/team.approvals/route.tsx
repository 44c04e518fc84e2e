// Every booking that waits for the reader's answer, and the latest that were answered.
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
import { listAnsweredApprovals, listTeamApprovals } from "~/domain/bookings/bookings.server";
import { answersInWords, readAnswer } from "~/web/answered-approval.server";
import { ApprovalsTable } from "~/web/approval-row";
import { doneIn } from "~/web/done";
import { enter } from "~/web/enter.server";
import { showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Answered } from "./answered";

export const handle = { access: ["agency_lead", "line_manager"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Approvals");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    approvals: listTeamApprovals(visit),
    answered: listAnsweredApprovals(visit),
    done: doneIn(answersInWords, visit.url.searchParams),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const answered = readAnswer(visit, await args.request.formData());
    if (!answered.ok) return showAgain(answered.form);
    throw redirect(paths.teamApprovals({ done: answered.done }));
  });

export type ApprovalsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Approvals() {
  const { approvals, answered, done } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.team()} text="Team" />
      <ErrorSummary form={form} />
      {done && !form && <NotificationBanner kind="success" text={done} />}
      <h1 className="govuk-heading-xl">Approvals</h1>
      {approvals.length === 0 ? (
        <EmptyState
          title="Nothing waits for your answer"
          text="Some courses ask for your agreement before a place is booked. We email you when somebody asks."
        />
      ) : (
        <ApprovalsTable
          caption="Waiting for your answer"
          approvals={approvals}
          action={paths.teamApprovals()}
          personHref={paths.teamPerson}
          form={form}
        />
      )}
      <Answered answered={answered} />
    </>
  );
}
