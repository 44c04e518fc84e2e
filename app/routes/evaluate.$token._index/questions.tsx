// The form itself: what happens with the answers, the questions by kind, and the two ways to send it.
import { InsetText } from "~/components/inset-text";
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { courseInstrumentField, instrumentField } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { CommitmentFields } from "~/web/evaluation-commitments";
import { FollowUps, WhatLineManagerSaw } from "~/web/evaluation-follow-ups";
import { EvaluationItems } from "~/web/evaluation-items";
import { WhatHappensWithIt } from "~/web/evaluation-note";
import { LineManagerQuestion } from "~/web/line-manager-question";
import { DraftScript } from "./draft-script";
import type { OpenPage } from "./page.server";
import { keptApartInWords } from "./words";

export function Questions({ page, form: sent }: { page: OpenPage; form?: FormState }) {
  const { stage, title, courseTitle, introduction, learnerName, commitments, shown } = page;
  const form = sent ?? (page.draft ? { values: page.draft, errors: {} } : undefined);
  return (
    <>
      {page.saved && !sent && (
        <NotificationBanner kind="success" text={page.saved}>
          <p className="govuk-body">
            They are not sent yet. Come back by the same link
            {page.until && ` until ${page.until}`}, on any phone or computer, and go on.
          </p>
        </NotificationBanner>
      )}
      <span className="govuk-caption-l">{courseTitle}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      {learnerName !== null && (
        <p className="govuk-body-l">
          About <bdi>{learnerName}</bdi>
        </p>
      )}
      <p className="govuk-body">{introduction}</p>
      <WhatHappensWithIt page={page} />
      {page.keptApart && <InsetText>{keptApartInWords[page.keptApart]}</InsetText>}
      {page.draft && !page.saved && !sent && (
        <p className="govuk-body">What you gave so far is still here.</p>
      )}
      <form method="post" action={page.address} noValidate data-draft={page.draftAddress}>
        <input type="hidden" name={instrumentField} value={shown.id} />
        {shown.courseInstrumentId && (
          <input type="hidden" name={courseInstrumentField} value={shown.courseInstrumentId} />
        )}
        {learnerName === null ? (
          <FollowUps made={commitments} form={form} />
        ) : (
          <WhatLineManagerSaw made={commitments} form={form} learnerName={learnerName} />
        )}
        <EvaluationItems stage={stage} items={page.items} form={form} />
        {stage === "T2" && <CommitmentFields form={form} />}
        {page.managerEmail !== null && <LineManagerQuestion email={page.managerEmail} form={form} />}
        <div className="govuk-button-group">
          <SubmitButton>Send answers</SubmitButton>
          <SubmitButton name="intent" value="save" variant="secondary">
            Save and finish later
          </SubmitButton>
        </div>
      </form>
      <DraftScript />
    </>
  );
}
