// The files of the charges found. They are asked for with buttons, because taking one away is itself recorded.
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import type { TypedChargeFilters } from "~/web/charge-filters";
import { paths } from "~/web/paths";

export function Downloads({ typed, total }: { typed: TypedChargeFilters; total: number }) {
  return (
    <form method="post" action={paths.manageChargesXlsx(typed)} className="app-no-print">
      <p className="govuk-body">
        Download {total === 1 ? "this charge" : `these ${counted(total, "charge")}`}. A download is written to
        the audit trail. The file holds names: delete it when you are done.
      </p>
      <div className="govuk-button-group">
        <SubmitButton variant="secondary">Download (Excel)</SubmitButton>
        <SubmitButton variant="secondary" formAction={paths.manageChargesCsv(typed)}>
          Download (CSV)
        </SubmitButton>
      </div>
    </form>
  );
}
