// The learner's page, or the line manager's, made of the very pieces that theirs is made of; only its script is left out.
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { CommitmentFields } from "~/web/evaluation-commitments";
import { FollowUps, WhatLineManagerSaw } from "~/web/evaluation-follow-ups";
import { EvaluationItems } from "~/web/evaluation-items";
import { WhatHappensWithIt } from "~/web/evaluation-note";
import { LineManagerQuestion } from "~/web/line-manager-question";
import type { PreviewedPage } from "./page.server";

export function AsAsked({ page, form }: { page: PreviewedPage; form?: FormState }) {
  const { stage, title, courseTitle, introduction, learnerName, commitments, managerEmail } = page;
  return (
    <>
      <span className="govuk-caption-l">{courseTitle}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      {learnerName !== null && (
        <p className="govuk-body-l">
          About <bdi>{learnerName}</bdi>
        </p>
      )}
      <p className="govuk-body">{introduction}</p>
      <WhatHappensWithIt page={page} />
      <form method="post" action={page.address} noValidate>
        {learnerName === null ? (
          <FollowUps made={commitments} form={form} />
        ) : (
          <WhatLineManagerSaw made={commitments} form={form} learnerName={learnerName} />
        )}
        <EvaluationItems stage={stage} items={page.items} form={form} />
        {stage === "T2" && <CommitmentFields form={form} />}
        {managerEmail !== null && <LineManagerQuestion email={managerEmail} form={form} />}
        <div className="govuk-button-group">
          <SubmitButton>Send answers</SubmitButton>
          <SubmitButton name="intent" value="save" variant="secondary">
            Save and finish later
          </SubmitButton>
        </div>
      </form>
    </>
  );
}
