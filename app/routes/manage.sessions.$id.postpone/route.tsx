// Postponing a session: new dates, with everything else kept; who would be told is shown before it is saved.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { changeSession } from "~/domain/bookings/bookings.server";
import { planOf, planOn, readSession } from "~/domain/sessions/sessions.server";
import { longDate, plainDate } from "~/shared/format";
import { reviewOf } from "~/web/change-review.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { MeetingsFields } from "~/web/plan-fields";
import { type PlanErrors, readMeetings } from "~/web/plan-reading.server";
import { changeRefusalAtField } from "~/web/plan-refusals";
import { PlanReview } from "~/web/plan-review";
import { planFieldOrder, shownPlan } from "~/web/plan-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Postpone a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    return {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(session.meetings[0]?.date ?? "")}`,
      days: session.meetings.map(({ date }) => longDate(date)),
      shown: shownPlan(planOf(session), false),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    const posted = await args.request.formData();
    const same = formWith(posted, {});
    if (posted.get("intent") === "again") return { form: same, review: null };

    const errors: PlanErrors = {};
    const meetings = readMeetings(posted, errors);
    const [first] = meetings;
    if (Object.keys(errors).length > 0 || !first) return showAgain(formWith(posted, errors));
    const plan = {
      ...planOn(planOf(session), first.date),
      meetings: meetings.map(({ number: _number, ...meeting }) => meeting),
    };
    const reviewed = reviewOf(visit, session, plan);
    if (!reviewed.ok) return showAgain(formWith(posted, changeRefusalAtField(reviewed.reason)));
    const review = reviewed.value;
    if (review === null) return showAgain(formWith(posted, { "date-1": "Enter another date than before" }));
    if (posted.get("intent") !== "save") return { form: same, review };

    const changed = changeSession(visit, { sessionId: session.id, plan, postponed: true });
    if (!changed.ok) return showAgain(formWith(posted, changeRefusalAtField(changed.reason)));
    throw redirect(`${paths.manageSession(session.id)}?done=postponed`);
  });

export default function PostponeSession() {
  const { id, course, days, shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const review = answer && "review" in answer ? answer.review : null;
  const form = answer?.form;
  const here = paths.manageSessionPostpone(id);
  const back = paths.manageSession(id);
  if (review && form)
    return <PlanReview {...{ review, form, back, course }} action={here} title="Check the new dates" />;
  return (
    <>
      <BackLink href={back} text="The session" />
      <ErrorSummary form={form} order={planFieldOrder} />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{course}</span>
        Postpone this session
      </h1>
      <p className="govuk-body">
        Everyone keeps their place or their turn. We tell them the new dates, and they can cancel if they
        cannot come. The days when booking opens, closes and is decided move along.
      </p>
      <p className="govuk-body">It was planned for {days.join(" and ")}.</p>
      <form method="post" action={here} noValidate>
        <MeetingsFields count={days.length} plain form={form ?? shown} />
        <SubmitButton name="intent" value="check">
          Continue
        </SubmitButton>
      </form>
    </>
  );
}
