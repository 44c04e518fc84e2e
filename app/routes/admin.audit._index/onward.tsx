// On to older entries, and the file of them all. They have no page numbers, because new entries keep coming in before the first page.
import { SubmitButton } from "~/components/submit-button";
import { wholeNumber } from "~/shared/format";
import type { TypedAuditFilters } from "~/web/audit-filters";
import { paths } from "~/web/paths";

type OnwardProps = { typed: TypedAuditFilters; olderThan: number | null; later: boolean };

export function Onward({ typed, olderThan, later }: OnwardProps) {
  if (olderThan === null && !later) return null;
  return (
    <nav className="govuk-pagination" aria-label="More entries">
      {later && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={paths.adminAudit(typed)} rel="prev">
            <span className="govuk-pagination__link-title">Newest entries</span>
          </a>
        </div>
      )}
      {olderThan !== null && (
        <div className="govuk-pagination__next">
          <a
            className="govuk-link govuk-pagination__link"
            href={paths.adminAudit({ ...typed, before: String(olderThan) })}
            rel="next"
          >
            <span className="govuk-pagination__link-title">Older entries</span>
          </a>
        </div>
      )}
    </nav>
  );
}

export function Download({ typed, most }: { typed: TypedAuditFilters; most: number | null }) {
  return (
    <form method="post" action={paths.adminAuditCsv(typed)} className="app-no-print">
      <p className="govuk-body">
        {most !== null &&
          `The file holds the newest ${wholeNumber(most)} entries and no more. Choose fewer days to get older ones. `}
        A download is itself written to the audit trail. The file holds names: keep it as you would keep the
        record.
      </p>
      <SubmitButton variant="secondary">Download these entries (CSV)</SubmitButton>
    </form>
  );
}
