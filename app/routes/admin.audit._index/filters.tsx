// The search form: who, what and when; applied with a button.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { type AuditGroup, auditActions, auditGroups, deedInWords, groupOf } from "~/domain/audit/audit";
import type { FormState } from "~/shared/form-state";
import type { TypedAuditFilters } from "~/web/audit-filters";
import { paths } from "~/web/paths";

/** Each group, and under it its deeds. */
const deeds = (Object.keys(auditGroups) as AuditGroup[]).flatMap((group) => [
  { value: group as string, label: `${auditGroups[group]}: everything` },
  ...auditActions
    .filter((action) => groupOf(action) === group)
    .map((action) => ({ value: action as string, label: `${auditGroups[group]}: ${deedInWords(action)}` })),
]);

/** What a link chose and no field shows; a search keeps it until it is taken away. */
const kept = ["person", "subject", "id"] as const;

export function Filters({ typed, form }: { typed: TypedAuditFilters; form?: FormState }) {
  return (
    <form method="get" action={paths.adminAudit()} className="app-filter-form" noValidate>
      {kept.map((name) => typed[name] && <input key={name} type="hidden" name={name} value={typed[name]} />)}
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <TextField
            name="who"
            label="Who did it, or whom it is about"
            hint="Part of a name or email address"
            initial={typed.who}
            form={form}
            type="search"
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div className="govuk-grid-column-one-half">
          <Select
            name="action"
            label="What happened"
            hint="All of one part of the service, or one thing"
            initial={typed.action}
            form={form}
            placeholder="Anything"
            items={deeds}
          />
        </div>
      </div>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-half">
          <TextField name="from" label="First day" type="date" initial={typed.from} form={form} />
        </div>
        <div className="govuk-grid-column-one-half">
          <TextField name="to" label="Last day" type="date" initial={typed.to} form={form} />
        </div>
      </div>
      <SubmitButton variant="secondary">Search</SubmitButton>
    </form>
  );
}
