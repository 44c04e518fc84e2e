// Ending now what is due, with the count first.
import { SubmitButton } from "~/components/submit-button";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RetentionPage } from "./route";

export function RunNow({ page }: { page: RetentionPage }) {
  const due = page.lines.reduce((sum, line) => sum + line.due, 0);
  return (
    <>
      <h2 className="govuk-heading-m">Run now</h2>
      {due === 0 ? (
        <p className="govuk-body">Nothing is due.</p>
      ) : page.mayChange ? (
        <form method="post" action={paths.adminRetention()} noValidate>
          <p className="govuk-body">
            {counted(due, "record")} would end, as the table says. <strong>This cannot be undone.</strong>
          </p>
          <SubmitButton name="intent" value="run" variant="warning">
            {`End ${counted(due, "record")}`}
          </SubmitButton>
        </form>
      ) : (
        <p className="govuk-body">
          {counted(due, "record")} will end with the next run. An administrator can run it now.
        </p>
      )}
    </>
  );
}
