// Booking, first page: only what is missing, and four questions that show later what changed.
import { BackLink } from "~/components/back-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { modeInWords } from "~/domain/sessions/sessions";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { NeedsFields } from "~/web/details-fields";
import { EvaluationItem } from "~/web/evaluation-item";
import { paths } from "~/web/paths";
import { BeforeYouAsk } from "./before-you-ask";
import { QuestionsShown } from "./carried";
import type { BookingPage } from "./page-data.server";
import { doneField, saidField } from "./questions-asked";
import { Terms } from "./terms";
import { WhatAndWhen } from "./what-and-when";

type Asking = { page: BookingPage; form?: FormState };

export function Questions({ page, form }: Asking) {
  const order = [
    "mode",
    ...page.unmet.flatMap(({ id }) => [doneField(id), saidField(id)]),
    "lineManagerEmail",
  ];
  return (
    <>
      <BackLink href={paths.session(page.sessionId)} />
      <ErrorSummary form={form} order={order} />
      <h1 className="govuk-heading-l">{page.full ? "Join the waiting list" : "Book a place"}</h1>
      <WhatAndWhen page={page} />
      <BeforeYouAsk page={page} />
      <form method="post" action={paths.book(page.sessionId)} noValidate>
        <WhereFrom page={page} form={form} />
        <DoneBefore page={page} form={form} />
        {page.asksManager && (
          <EmailField
            name="lineManagerEmail"
            label="Your line manager’s email address"
            hint="We keep it with your details. They can see what training you have booked and done."
            autoComplete="off"
            form={form}
          />
        )}
        <NeedsFields initial={page.person} asksFood={page.asksFood} form={form} />
        {!page.full && <BeforeTheTraining page={page} form={form} />}
        {page.oneStep && (
          <>
            <Terms terms={page.terms} />
            <input type="hidden" name="if-full" value={page.full ? "wait" : "refuse"} />
          </>
        )}
        <SubmitButton name="step" value={page.oneStep ? "confirm" : "check"}>
          {!page.oneStep ? "Continue" : page.full ? "Join the waiting list" : "Confirm booking"}
        </SubmitButton>
      </form>
    </>
  );
}

function WhereFrom({ page, form }: Asking) {
  if (page.modes.length === 1) return null;
  return (
    <Radios
      name="mode"
      label="Where will you take part?"
      items={page.modes.map(({ mode, places }) => ({
        value: mode,
        label: modeInWords[mode],
        hint: places === 0 ? "Full: you join the waiting list" : `${counted(places, "place")} left for you`,
      }))}
      form={form}
    />
  );
}

function DoneBefore({ page, form }: Asking) {
  return page.unmet.map((asked) => (
    <Radios
      key={asked.id}
      name={doneField(asked.id)}
      label={asked.question}
      hint="It is not on our record. If you have done it, a coordinator looks at it before your place is confirmed."
      items={[
        {
          value: "yes",
          label: "Yes",
          reveal: (
            <TextArea
              name={saidField(asked.id)}
              label="When and where?"
              hint="For example: March 2025, with my last employer"
              rows={2}
              form={form}
            />
          ),
        },
        { value: "no", label: "No" },
      ]}
      form={form}
    />
  ));
}

function BeforeTheTraining({ page, form }: Asking) {
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 className="govuk-fieldset__heading">Questions before the training</h2>
      </legend>
      <p className="govuk-body">
        They take a few minutes. We ask the same ones afterwards, to see what the training changed. Your
        answers are shown only together with those of at least four others, and you can leave any of them
        blank.
      </p>
      <QuestionsShown page={page} />
      {page.items.map((item) => (
        <EvaluationItem key={item.id} item={item} form={form} />
      ))}
    </fieldset>
  );
}
