// Checking oneself in, once the code on the wall was scanned in time: one button.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubmitButton } from "~/components/submit-button";
import { checkIn, readCheckIn } from "~/domain/bookings/bookings.server";
import { findOwnFormInRoom } from "~/domain/evaluations/evaluations.server";
import { meetingTime } from "~/shared/format";
import { readCheckingIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { evaluationPath } from "~/web/evaluation-path.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { Standing } from "./standing";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Check in");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = await readCheckingIn(args.request, visit.settings, visit.clock.now());
    if (meetingId === null) return { check: null, questions: null };
    const own = findOwnFormInRoom(visit, meetingId);
    return {
      check: readCheckIn(visit, meetingId),
      questions: own && evaluationPath(visit.settings, own),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const meetingId = await readCheckingIn(args.request, visit.settings, visit.clock.now());
    // The page says how it stands then: run out, refused, or marked.
    if (meetingId !== null) checkIn(visit, meetingId);
    throw redirect(paths.checkInHere());
  });

export default function CheckIn() {
  const { check, questions } = useLoaderData<typeof loader>();
  if (check === null)
    return (
      <>
        <h1 className="govuk-heading-l">Scan the code in the room</h1>
        <p className="govuk-body">
          You can check in here for 15 minutes after you scan the code. Scan it again, or tell your trainer
          that you are here.
        </p>
      </>
    );
  const { courseTitle, meeting, mark, refusal } = check;
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{courseTitle}</span>
        {mark === null || mark === "absent" || mark === "excused" ? "Check in" : "You are checked in"}
      </h1>
      <p className="govuk-body">{meetingTime(meeting)}</p>
      <Standing check={check} />
      {mark !== null && questions !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={questions}>
            Answer a few questions before we begin
          </a>
        </p>
      )}
      {refusal === null && mark === null && (
        <form method="post" action={paths.checkInHere()} noValidate>
          <SubmitButton>I am here</SubmitButton>
        </form>
      )}
    </>
  );
}
