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
import { listCourseNames } from "~/domain/bookings/bookings.server";
import { listVenues, scheduleSession } from "~/domain/sessions/sessions.server";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { fieldOrder, readPlan } from "./read-plan";
import { refusalAtField } from "./refusals";
import { SessionForm } from "./session-form";

export const handle = { access: ["coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Schedule a session");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({
    courses: listCourseNames(visit)
      .filter((course) => course.offered)
      .map(({ id, title }) => ({ id, title })),
    venues: listVenues(visit).map(({ id, name, postcode }) => ({ id, name, postcode })),
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
  const { courses, venues } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <>
      <BackLink href={paths.manage()} text="Manage" />
      <ErrorSummary form={form} order={fieldOrder} />
      <h1 className="govuk-heading-xl">Schedule a session</h1>
      <SessionForm courses={courses} venues={venues} form={form} />
    </>
  );
}
