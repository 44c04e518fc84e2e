// The totals, the charges one by one, and the files of both.
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import { SummaryList } from "~/components/summary-list";
import { poundsAndPence, wholeNumber } from "~/shared/format";
import { ChargeTable } from "~/web/charge-table";
import { paths } from "~/web/paths";
import type { StatementPage } from "./route";

type Shown = NonNullable<StatementPage["statement"]>;

export function Statement({ statement }: { statement: Shown }) {
  const { used, lateCancellations, noShows, pence } = statement;
  return (
    <>
      <h2 className="govuk-heading-m">Places and charges</h2>
      <SummaryList
        rows={[
          { key: "Places used", value: wholeNumber(used) },
          { key: "Cancelled or moved late", value: wholeNumber(lateCancellations) },
          { key: "Not used and not cancelled", value: wholeNumber(noShows) },
          { key: "Charges due", value: <strong>{poundsAndPence(pence.due)}</strong> },
          { key: "Charges appealed against", value: poundsAndPence(pence.appealed) },
          { key: "Charges waived", value: poundsAndPence(pence.waived) },
        ]}
      />
      <p className="govuk-body">
        Places are counted for people who are in your agency now. A charge stays with the agency that somebody
        was in on the day. No payment is taken here.
      </p>
      <Charges charges={statement.charges} />
      <Downloads from={statement.from} to={statement.to} />
    </>
  );
}

function Charges({ charges }: Pick<Shown, "charges">) {
  if (charges.length === 0)
    return <EmptyState title="No charges in this period" text="To look at other days, change the period." />;
  return <ChargeTable charges={charges} href={paths.myCharge} />;
}

function Downloads({ from, to }: { from: string; to: string }) {
  return (
    <form method="post" action={paths.teamStatementXlsx({ from, to })} className="app-no-print">
      <p className="govuk-body">
        A download is written to the audit trail. The file holds names: delete it when you are done.
      </p>
      <div className="govuk-button-group">
        <SubmitButton variant="secondary">Download the statement (Excel)</SubmitButton>
        <SubmitButton variant="secondary" formAction={paths.teamStatementCsv({ from, to })}>
          Download the charges (CSV)
        </SubmitButton>
      </div>
    </form>
  );
}
