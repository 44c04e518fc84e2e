// The register of one meeting, for a phone in a corridor: mark, save, finish, and show the way to the evaluation.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { finishRegister, markAttendance, readRegister } from "~/domain/bookings/bookings.server";
import { meetingTime } from "~/shared/format";
import { enter } from "~/web/enter.server";
import { formWith, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { EvaluationOpen } from "./evaluation-open";
import { readMarks, refusalInWords, unmarkedErrors } from "./marks";
import { NotOpen } from "./not-open";
import { OfflineScript } from "./offline-script";
import { OtherWays } from "./other-ways";
import { readPage } from "./page.server";
import { RegisterForm } from "./register-form";
import { RegisterStanding } from "./register-standing";

export const handle = { access: ["trainer", "coordinator"] } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data ? `Register: ${data.courseTitle}` : "Page not found");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => readPage(visit, args.params.id ?? ""));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = args.params.id ?? "";
    // Others than those who deliver the session get the same answer as for a register that does not exist.
    const { people, meeting } = readRegister(visit, meetingId);
    const posted = await args.request.formData();
    const { marks, errors } = readMarks(posted, people, meeting.registerTakenAt !== null);

    // Whatever is marked is kept first, so that nothing is lost with a mistake elsewhere.
    const saved = markAttendance(visit, { meetingId, marks });
    if (!saved.ok) return showAgain(formWith(posted, { "": refusalInWords[saved.reason] }));
    if (Object.keys(errors).length > 0) return showAgain(formWith(posted, errors));
    if (posted.get("intent") !== "finish")
      throw redirect(paths.trainerRegister(meetingId, { done: "saved" }));

    const finished = finishRegister(visit, meetingId);
    if (finished.ok) throw redirect(paths.trainerRegister(meetingId));
    const stillTo =
      finished.reason === "people unmarked" ? unmarkedErrors(readRegister(visit, meetingId).people) : {};
    return showAgain(
      formWith(posted, Object.keys(stillTo).length > 0 ? stillTo : { "": refusalInWords[finished.reason] }),
    );
  });

export type RegisterPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RegisterOfMeeting() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  const { meeting, evaluation } = page;
  const marking = page.status !== "cancelled" && page.status !== "draft" && page.open;
  return (
    <>
      <BackLink href={paths.trainerSession(page.sessionId)} text={page.courseTitle} />
      <ErrorSummary form={form} order={page.people.map((person) => `mark-${person.bookingId}`)} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          {page.courseTitle}
          {meeting.of > 1 && `, meeting ${meeting.number} of ${meeting.of}`}
        </span>
        Register
      </h1>
      <p className="govuk-body">{meetingTime(meeting)}</p>
      {!marking && <NotOpen page={page} />}
      {marking && <RegisterStanding page={page} refused={form !== undefined} />}
      {evaluation && <EvaluationOpen page={page} evaluation={evaluation} />}
      {marking && <RegisterForm page={page} form={form} />}
      {page.status !== "cancelled" && page.status !== "draft" && <OtherWays page={page} />}
      {marking && <OfflineScript page={page} />}
    </>
  );
}
