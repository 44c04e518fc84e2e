// How a session is repeated: a rhythm, or dates pasted from a spreadsheet.
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { paths } from "~/web/paths";
import { repeatInWords } from "~/web/series-days";
import type { SeriesPage } from "./route";

export function SeriesForm({ page }: { page: SeriesPage }) {
  const { form } = page;
  return (
    <form method="get" action={paths.manageSessionSeries(page.id)} noValidate>
      {page.days === null && (
        <p className="govuk-body">
          Its plan and materials are taken up on more days, after {page.firstDay}. Nothing is scheduled before
          you have seen the days.
        </p>
      )}
      {page.days !== null && <h2 className="govuk-heading-m">Choose other days</h2>}
      <Radios
        name="repeat"
        label="How often"
        items={(["weekly", "fortnightly", "monthly", "dates"] as const).map((value) => ({
          value,
          label: repeatInWords[value],
        }))}
        form={form}
      />
      <TextField
        name="times"
        label="How many more times"
        hint="Not needed if you enter dates."
        inputMode="numeric"
        width={3}
        form={form}
      />
      <TextArea
        name="dates"
        label="Dates"
        hint="One on each line, such as 24/11/2026. You can paste a column of a spreadsheet."
        optional
        form={form}
      />
      <SubmitButton variant={page.days === null ? "primary" : "secondary"}>Show the days</SubmitButton>
    </form>
  );
}
