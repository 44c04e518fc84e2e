// The other dates with a place, and what moving costs.
import { BackLink } from "~/components/back-link";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { InsetText } from "~/components/inset-text";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import { costInWords } from "./check-move";
import type { MovePage } from "./route";

export function ChooseDate({ page, form }: { page: MovePage; form?: FormState }) {
  return (
    <>
      <BackLink href={page.back} />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Move to another date</h1>
      <p className="govuk-body">
        <strong className="app-line">{page.courseTitle}</strong>
        <SessionDates dates={page.dates} />
        {page.forName && <span className="app-line">For {page.forName}</span>}
      </p>
      {page.choices.length === 0 ? (
        <EmptyState
          title="No other date has a place"
          text={
            page.waiting
              ? "Stay on the waiting list, or look for another course."
              : "Keep this booking, or look for another course."
          }
          action={{ href: paths.course(page.courseSlug), label: "See all dates of this course" }}
        />
      ) : (
        <>
          {page.cost && <InsetText>{costInWords(page.cost, page.forName === null)}</InsetText>}
          <form method="post" action={paths.moveBooking(page.bookingId)} noValidate>
            <Radios
              name="to"
              label="Which date do you want to move to?"
              hint="Only dates with a place."
              items={page.choices.map(({ value, when, where, places }) => ({
                value,
                label: when,
                hint: `${where}. ${places}`,
              }))}
              form={form}
            />
            <SubmitButton name="step" value="check">
              Continue
            </SubmitButton>
          </form>
        </>
      )}
    </>
  );
}
