// One rule's months, changed.
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { isRetentionCode, retentionRules } from "~/domain/personal-data/personal-data";
import { type FormState, typed } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { RetentionPage } from "./route";

export function ChangeForm({ page, form }: { page: RetentionPage; form?: FormState }) {
  const refused = typed(form, "rule");
  const code = isRetentionCode(refused) ? refused : page.changing;
  const line = page.lines.find((one) => one.code === code);
  if (!line) return null;
  const { records, after, least } = retentionRules[line.code];
  return (
    <form method="post" action={paths.adminRetention()} noValidate>
      <input type="hidden" name="rule" value={line.code} />
      <h2 className="govuk-heading-m">{records}</h2>
      <TextField
        name="months"
        label={`Months to keep them after ${after}`}
        hint={`At least ${counted(least, "month")}.`}
        initial={String(line.months)}
        width={4}
        inputMode="numeric"
        autoComplete="off"
        form={form}
      />
      <div className="govuk-button-group">
        <SubmitButton name="intent" value="change">
          Save
        </SubmitButton>
        <a className="govuk-link" href={paths.adminRetention()}>
          Leave it as it is
        </a>
      </div>
    </form>
  );
}
