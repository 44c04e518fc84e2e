// Who asks for what, until when, what no answer means, and the two answers.
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { TextArea } from "~/components/text-area";
import { lastMomentInWords } from "~/domain/terms/terms";
import type { FormState } from "~/shared/form-state";
import { SessionDates } from "~/web/session-result";
import type { ApprovePage } from "./route";

export function Question({ page, form }: { page: ApprovePage; form?: FormState }) {
  const { personName, agencyName, courseTitle, where, dates, answerBy, silence, placeHeld, address } = page;
  const until = lastMomentInWords(answerBy);
  return (
    <>
      <span className="govuk-caption-l">{courseTitle}</span>
      <h1 className="govuk-heading-l">Do you approve this training place?</h1>
      <p className="govuk-body">
        <bdi>{personName}</bdi> of {agencyName} has asked for a place and names you as their line manager.
      </p>
      <SummaryList
        rows={[
          { key: "Who", value: <bdi>{personName}</bdi> },
          { key: "Agency", value: agencyName },
          { key: "Course", value: courseTitle },
          { key: "When", value: <SessionDates dates={dates} /> },
          { key: "Where", value: where },
          { key: "Answer by", value: `${until.charAt(0).toUpperCase()}${until.slice(1)}` },
        ]}
      />
      <p className="govuk-body">{whatFollows(silence, placeHeld)}</p>
      <form method="post" action={address} noValidate>
        <TextArea
          name="note"
          label="If you decline: why?"
          optional
          hint={
            <>
              <bdi>{personName}</bdi> will read it.
            </>
          }
          rows={2}
          maxLength={500}
          form={form}
        />
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="approve">
            Approve
          </SubmitButton>
          <SubmitButton name="intent" value="decline" variant="secondary">
            Decline
          </SubmitButton>
        </div>
      </form>
      <p className="govuk-body">
        If you are not their line manager, leave this page and tell us. Our address is at the bottom of the
        email.
      </p>
    </>
  );
}

/** What holds until they answer, and what nobody's answer means. */
function whatFollows(silence: ApprovePage["silence"], placeHeld: boolean): string {
  const meanwhile = placeHeld
    ? "We keep a place for them until then."
    : "The session is full. If you approve, they wait for a place.";
  return silence === "declined"
    ? `${meanwhile} If you do not answer, the booking ends.`
    : `${meanwhile} If you do not answer, we take it that you agree.`;
}
