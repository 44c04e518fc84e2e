// What is to be done with a complaint: acknowledge it, then answer it; or what was answered.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { Paragraphs } from "./paragraphs";
import type { ComplaintPage } from "./route";

export function WhatToDo({ complaint, form }: { complaint: ComplaintPage["complaint"]; form?: FormState }) {
  const { id, acknowledgedAt, answer } = complaint;
  if (answer !== null) {
    return (
      <>
        <h2 className="govuk-heading-m">The answer</h2>
        <InsetText>
          <Paragraphs text={answer} />
        </InsetText>
      </>
    );
  }
  const waiting = acknowledgedAt === null;
  return (
    <>
      {waiting && (
        <form method="post" action={paths.adminComplaint(id)}>
          <h2 className="govuk-heading-m">Acknowledge it</h2>
          <p className="govuk-body">
            Press this when you have read it. They get an email that says so, and the clock of 30 days stops.
          </p>
          <SubmitButton name="intent" value="acknowledge">
            I have read it: acknowledge
          </SubmitButton>
        </form>
      )}
      <form method="post" action={paths.adminComplaint(id)} noValidate>
        <h2 className="govuk-heading-m">Answer it</h2>
        <TextArea
          name="answer"
          label="Your answer"
          hint={`They get these words by email, and they are kept here.${waiting ? " An answer is an acknowledgement too." : ""} Name no other person.`}
          rows={10}
          form={form}
        />
        <SubmitButton name="intent" value="answer" variant={waiting ? "secondary" : "primary"}>
          Send the answer
        </SubmitButton>
      </form>
    </>
  );
}
