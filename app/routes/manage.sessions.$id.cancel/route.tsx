// Calling a session off: who would be told, and why.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { callOffSession, weighCallOff } from "~/domain/bookings/bookings.server";
import { callOffReasons, isCallOffReason } from "~/domain/sessions/sessions";
import { type CallOffRefusal, readSession } from "~/domain/sessions/sessions.server";
import { plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { inPeople, Reach } from "./reach";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Cancel a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    return {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(session.meetings[0]?.date ?? "")}`,
      status: session.status,
      begun: visit.clock.now() >= session.startsAt,
      reach: weighCallOff(visit, session.id),
    };
  });

const callOffForm = z.object({
  reason: z.string({ error: "Select why" }).refine(isCallOffReason, "Select why"),
});

const refusalInWords: Record<CallOffRefusal, string> = {
  "has begun": "This session has begun, so it cannot be cancelled",
  "is delivered": "This session has been delivered, so it cannot be cancelled",
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const sessionId = args.params.id ?? "";
    const posted = await args.request.formData();
    const read = readForm(posted, callOffForm);
    if (!read.ok) return showAgain(read.form);
    const { reason } = read.value;
    if (!isCallOffReason(reason)) return showAgain(formWith(posted, { reason: "Select why" }));
    const called = callOffSession(visit, { sessionId, reason });
    if (!called.ok) return showAgain(formWith(posted, { "": refusalInWords[called.reason] }));
    throw redirect(`${paths.manageSession(sessionId)}?done=cancelled`);
  });

export type CancelPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CancelSession() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { id, course, reach } = page;
  const people = reach.withPlace + reach.offered + reach.waiting + reach.asked;
  const over = page.status === "cancelled" || page.status === "delivered" || page.begun;
  return (
    <>
      <BackLink href={paths.manageSession(id)} text="The session" />
      <ErrorSummary form={form} order={["reason"]} />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{course}</span>
        Cancel this session
      </h1>
      {over ? (
        <InsetText>
          {page.status === "cancelled"
            ? "This session is cancelled already, so it cannot be cancelled again."
            : "This session has begun or is over, so it cannot be cancelled."}
        </InsetText>
      ) : (
        <>
          <p className="govuk-body">
            Every booking ends, and this cannot be undone. We email each person once about their own booking,
            with a link to other dates of the course. Nobody is charged.
          </p>
          <Reach {...reach} />
          <form method="post" action={paths.manageSessionCancel(id)} noValidate>
            <Radios
              name="reason"
              label="Why does it not take place?"
              hint="We tell them this."
              items={Object.entries(callOffReasons).map(([value, label]) => ({ value, label }))}
              form={form}
            />
            <div className="govuk-button-group">
              <SubmitButton variant="warning">
                {people + reach.trainers > 0
                  ? `Cancel the session and tell ${inPeople(people + reach.trainers)}`
                  : "Cancel the session"}
              </SubmitButton>
              <a className="govuk-link" href={paths.manageSessionPostpone(id)}>
                Postpone it instead
              </a>
            </div>
          </form>
        </>
      )}
    </>
  );
}
