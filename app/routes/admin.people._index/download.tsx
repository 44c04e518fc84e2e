// The file of the people found. It is asked for with a button, because taking it away is itself recorded.
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { TypedPeopleFilters } from "~/web/people-filters";

export function Download({ typed, total }: { typed: TypedPeopleFilters; total: number }) {
  return (
    <form method="post" action={paths.adminPeopleCsv(typed)} className="app-no-print">
      <p className="govuk-body">
        A download is written to the audit trail. The file holds names and addresses: delete it when you are
        done.
      </p>
      <SubmitButton variant="secondary">
        Download {total === 1 ? "this person" : `these ${counted(total, "person", "people")}`} (CSV)
      </SubmitButton>
    </form>
  );
}
