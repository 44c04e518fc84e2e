// Scheduling a session: one page, because a coordinator does this often and from a list.
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
import { listVenuesWithRooms, scheduleSession } from "~/domain/sessions/sessions.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { PlanFields, StatusField } from "~/web/plan-fields";
import { readPlan } from "~/web/plan-reading.server";
import { refusalAtField } from "~/web/plan-refusals";
import { placesToChoose, planFieldOrder } from "~/web/plan-words";
import { pageTitle } from "~/web/title";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Schedule a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    courses: listCourseNames(visit)
      .filter((course) => course.offered)
      .map(({ id, title }) => ({ id, title })),
    places: placesToChoose(listVenuesWithRooms(visit)),
  }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readPlan(posted, visit.clock.now());
    if (!read.ok) return showAgain(formWith(posted, read.errors));
    const scheduled = scheduleSession(visit, read.plan);
    if (!scheduled.ok) return showAgain(formWith(posted, refusalAtField[scheduled.reason]));
    throw redirect(`${paths.manageSession(scheduled.value.sessionId)}?done=scheduled`);
  });

export default function ScheduleSession() {
  const { courses, places } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} order={planFieldOrder} />
      <h1 className="govuk-heading-xl">Schedule a session</h1>
      <form method="post" action={paths.manageSchedule()} noValidate>
        <PlanFields courses={courses} places={places} meetings={3} form={form} />
        <StatusField form={form} />
        <SubmitButton>Schedule session</SubmitButton>
      </form>
    </>
  );
}
