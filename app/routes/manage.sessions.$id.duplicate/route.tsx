// The plan of a session on other dates: its form filled in, dates left blank.
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
import { listCourseNames } from "~/domain/bookings/bookings.server";
import { listVenuesWithRooms, planOf, readSession, scheduleSession } from "~/domain/sessions/sessions.server";
import { counted, plainDate } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { PlanFields, StatusField } from "~/web/plan-fields";
import { readPlan } from "~/web/plan-reading.server";
import { refusalAtField } from "~/web/plan-refusals";
import { mostMeetings, placesToChoose, planFieldOrder, shownPlan } from "~/web/plan-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Duplicate a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const session = readSession(visit, args.params.id ?? "");
    const plan = planOf(session);
    return {
      id: session.id,
      course: `${session.courseTitle}, ${plainDate(session.meetings[0]?.date ?? "")}`,
      courses: listCourseNames(visit)
        .filter((listed) => listed.offered || listed.id === session.courseId)
        .map(({ id, title }) => ({ id, title })),
      places: placesToChoose(listVenuesWithRooms(visit)),
      materials: session.materials.length,
      meetings: Math.min(mostMeetings, Math.max(3, plan.meetings.length)),
      shown: shownPlan(plan, false),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readPlan(posted, visit.clock.now());
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const scheduled = scheduleSession(visit, read.plan, args.params.id ?? "");
    if (!scheduled.ok) return showAgain(formWith(posted, refusalAtField[scheduled.reason]));
    throw redirect(`${paths.manageSession(scheduled.value.sessionId)}?done=scheduled`);
  });

export default function DuplicateSession() {
  const { id, course, courses, places, materials, meetings, shown } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manageSession(id)} text="The session" />
      <ErrorSummary form={form} order={planFieldOrder} />
      <h1 className="govuk-heading-xl">
        <span className="govuk-caption-xl">{course}</span>
        Duplicate this session
      </h1>
      <p className="govuk-body">
        The plan is filled in. Enter the new dates.
        {materials > 0 && ` Its ${counted(materials, "material")} come along.`} Trainers and bookings do not.
      </p>
      <form method="post" action={paths.manageSessionDuplicate(id)} noValidate>
        <PlanFields courses={courses} places={places} meetings={meetings} form={form ?? shown} />
        <StatusField form={form} />
        <SubmitButton>Schedule session</SubmitButton>
      </form>
    </>
  );
}
