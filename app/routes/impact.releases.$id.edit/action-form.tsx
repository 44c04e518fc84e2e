// One action: what was found, what will be done about it, by whom and when, and what is to show whether it helped.
import { DateField } from "~/components/date-field";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { type FormState, typed } from "~/shared/form-state";
import { dateBoxesOf } from "~/web/date-boxes";
import { paths } from "~/web/paths";
import type { EditPage } from "./route";

export function ActionForm({ page, form }: { page: EditPage; form?: FormState }) {
  const id = form ? typed(form, "actionId") : page.changing;
  const before = page.actions.find((action) => action.id === id);
  return (
    <form id="action" method="post" action={paths.editRelease(page.id)} noValidate>
      <h2 className="govuk-heading-m">{before ? "Change an action" : "Add an action"}</h2>
      {before && <input type="hidden" name="actionId" value={before.id} />}
      <TextArea
        name="finding"
        label="What did the figures show?"
        initial={before?.finding}
        rows={2}
        form={form}
      />
      <TextArea name="action" label="What will be done?" initial={before?.action} rows={2} form={form} />
      <TextField
        name="owner"
        label="Who does it?"
        hint="A role or a group, not a name"
        initial={before?.owner}
        form={form}
      />
      <DateField name="due" label="By when?" initial={dateBoxesOf(before?.dueOn ?? null)} form={form} />
      {page.measures.length > 0 && (
        <Select
          name="measureNumber"
          label="Which practice measure is to show whether it helped?"
          initial={before?.measureNumber ?? ""}
          placeholder="None"
          items={page.measures.map(({ number, heading }) => ({ value: number, label: heading }))}
          form={form}
          optional
        />
      )}
      <SubmitButton name="intent" value="action" variant="secondary">
        {before ? "Save the action" : "Add the action"}
      </SubmitButton>
    </form>
  );
}
