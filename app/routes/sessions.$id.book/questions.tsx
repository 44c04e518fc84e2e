// Booking, first page: access needs, and four questions that show later what changed.
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { ScaleField } from "~/components/scale-field";
import { SubmitButton } from "~/components/submit-button";
import { fieldOf } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { NeedsFields } from "~/web/details-fields";
import { paths } from "~/web/paths";
import type { BookingPage } from "./route";
import { WhatAndWhen } from "./what-and-when";

export function Questions({ page, form }: { page: BookingPage; form?: FormState }) {
  return (
    <>
      <BackLink href={paths.session(page.sessionId)} />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">{page.full ? "Join the waiting list" : "Book a place"}</h1>
      <WhatAndWhen page={page} />
      {page.full && (
        <InsetText>
          This session is full
          {page.waiting > 0 ? ` and ${counted(page.waiting, "person is", "people are")} waiting` : ""}. When a
          place comes free, whoever has waited longest is offered it and has 24 hours to say yes.
        </InsetText>
      )}
      <form method="post" action={paths.book(page.sessionId)} noValidate>
        <NeedsFields initial={page.person} asksFood={page.asksFood} form={form} />
        {!page.full && (
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
              <h2 className="govuk-fieldset__heading">Four questions before the training</h2>
            </legend>
            <p className="govuk-body">
              They take two minutes. We ask the same four afterwards, to see what the training changed. Your
              answers are shown only together with those of at least four others, and you can leave any of
              them blank.
            </p>
            {page.items.map((item) => (
              <ScaleField
                key={item.id}
                name={fieldOf(item)}
                label={item.wording}
                words={{ low: item.lowestLabel, middle: item.middleLabel ?? "", high: item.highestLabel }}
                form={form}
              />
            ))}
          </fieldset>
        )}
        <SubmitButton name="step" value="check">
          Continue
        </SubmitButton>
      </form>
    </>
  );
}
