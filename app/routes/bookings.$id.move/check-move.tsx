// What is given up, what is taken instead, and what it costs: then it is done.
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import type { FormState } from "~/shared/form-state";
import { poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import { SessionDates } from "~/web/session-result";
import type { MovePage } from "./route";

type Chosen = MovePage["choices"][number];

export function CheckMove({ page, chosen, form }: { page: MovePage; chosen: Chosen; form?: FormState }) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Check before you move</h1>
      <SummaryList
        rows={[
          { key: "Course", value: page.courseTitle },
          ...(page.forName ? [{ key: "For", value: page.forName }] : []),
          {
            key: page.waiting ? "Waiting for" : "You give up",
            value: <SessionDates dates={page.dates} />,
          },
          { key: "New date", value: chosen.when },
          { key: "Where", value: chosen.where },
          { key: "Cost", value: page.cost ? poundsAndPence(page.cost.pence) : "Nothing" },
        ]}
      />
      {page.cost && <p className="govuk-body">{costInWords(page.cost, page.forName === null)}</p>}
      <form method="post" action={paths.moveBooking(page.bookingId)}>
        <input type="hidden" name="to" value={chosen.value} />
        <input type="hidden" name="cost" value={page.cost?.pence ?? 0} />
        <SubmitButton name="step" value="confirm">
          Move the booking
        </SubmitButton>{" "}
        <SubmitButton name="step" value="change" variant="secondary">
          Choose another date
        </SubmitButton>
      </form>
    </>
  );
}

export const costInWords = ({ pence, wasFree }: NonNullable<MovePage["cost"]>, own: boolean) =>
  `Moving now is late: ${poundsAndPence(pence)} is charged to ${own ? "your" : "their"} agency. Moving counts as cancelling. ${wasFree}`;
