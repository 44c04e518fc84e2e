// Changing a session that is planned; what differs and who would be told is shown before it is saved.
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
import { listVenuesWithRooms, mayRunProgramme, planOf, readSession } from "~/domain/sessions/sessions.server";
import { plainDate } from "~/shared/format";
import { needsLook, reviewOf } from "~/web/change-review.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { PlanFields } from "~/web/plan-fields";
import { readPlan } from "~/web/plan-reading.server";
import { changeRefusalAtField } from "~/web/plan-refusals";
import { PlanReview, type Review } from "~/web/plan-review";
import { mostMeetings, placesToChoose, planFieldOrder, shownPlan } from "~/web/plan-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Change a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    const plan = planOf(session);
    return {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(session.meetings[0]?.date ?? "")}`,
      places: placesToChoose(listVenuesWithRooms(visit), plan),
      shown: shownPlan(plan, true),
      meetings: Math.min(mostMeetings, Math.max(3, plan.meetings.length + 1)),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    const here = paths.manageSession(session.id);
    const posted = await args.request.formData();
    const same = formWith(posted, {});
    if (!mayRunProgramme(visit.actor) || posted.get("intent") === "again")
      return { form: same, review: null };

    const read = readPlan(posted, visit.clock.now(), planOf(session));
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const reviewed = reviewOf(visit, session, read.plan);
    if (!reviewed.ok) return showAgain(formWith(posted, changeRefusalAtField(reviewed.reason)));
    const review: Review | null = reviewed.value;
    if (review === null) throw redirect(here);
    if (posted.get("intent") !== "save" && needsLook(review)) return { form: same, review };

    const changed = changeSession(visit, { sessionId: session.id, plan: read.plan });
    if (!changed.ok) return showAgain(formWith(posted, changeRefusalAtField(changed.reason)));
    throw redirect(`${here}?done=${changed.value.told > 0 ? "changed-told" : "changed"}`);
  });

export default function EditSession() {
  const { id, course, places, shown, meetings } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const review = answer && "review" in answer ? answer.review : null;
  const form = answer?.form;
  const here = paths.manageSessionEdit(id);
  const back = paths.manageSession(id);
  if (review && form)
    return <PlanReview {...{ review, form, back, course }} action={here} title="Check what changes" />;
  return (
    <>
      <BackLink href={back} text="The session" />
      <ErrorSummary form={form} order={planFieldOrder} />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{course}</span>
        Change this session
      </h1>
      <form method="post" action={here} noValidate>
        <PlanFields places={places} meetings={meetings} form={form ?? shown} />
        <SubmitButton name="intent" value="check">
          Continue
        </SubmitButton>
      </form>
    </>
  );
}
