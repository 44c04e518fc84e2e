// "I can" and "I cannot", and, for whoever said that they can, the way out of it.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import type { DeliveryPage } from "./route";

export function WayOut({ sessionId }: { sessionId: string }) {
  return (
    <Details summary="I cannot teach this session after all">
      <p className="govuk-body">
        We take you off the session and tell the coordinators, so that they find somebody else.
      </p>
      <form method="post" action={paths.trainerSession(sessionId)} noValidate>
        <SubmitButton name="answer" value="cannot" variant="warning">
          Take me off this session
        </SubmitButton>
      </form>
    </Details>
  );
}

/** When and where stand with the question: nobody can answer it without them. */
export function AnswerForms({ page: { session, meetings } }: { page: DeliveryPage }) {
  return (
    <section aria-labelledby="can-you-teach">
      <h2 className="govuk-heading-m" id="can-you-teach">
        Can you teach this session?
      </h2>
      <p className="govuk-body">
        {meetings.map((meeting) => (
          <strong key={meeting.id} className="app-line">
            {meetingTime(meeting)}
          </strong>
        ))}
        {session.mode === "online" ? "Online" : session.where || "Venue to be confirmed"}
      </p>
      <p className="govuk-body">
        If you can, you get an invitation for your calendar. If you cannot, we find somebody else. You need
        not say why.
      </p>
      <form method="post" action={paths.trainerSession(session.id)} noValidate className="govuk-button-group">
        <SubmitButton name="answer" value="can">
          I can teach it
        </SubmitButton>
        <SubmitButton name="answer" value="cannot" variant="secondary">
          I cannot
        </SubmitButton>
      </form>
    </section>
  );
}
