// Between which days; a form that only asks, so its address can be kept and sent.
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { paths } from "~/web/paths";
import type { RegistersPage } from "./route";

export function SpanForm({ list: { first, last, notDates } }: { list: RegistersPage }) {
  return (
    <form method="get" action={paths.manageRegisters()} noValidate>
      {notDates && (
        <p className="govuk-body" role="alert">
          These were not two days, the earlier first. The last 12 months are shown.
        </p>
      )}
      <TextField name="from" label="From" type="date" width={10} initial={first} />
      <TextField name="to" label="To" type="date" width={10} initial={last} />
      <SubmitButton variant="secondary">Show</SubmitButton>
    </form>
  );
}
