// What every form piece shares: one id per name, the label, the hint, and the error beside the field.
import type { ReactNode } from "react";
import { type FormState, typed, typedAll } from "~/shared/form-state";

export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** What was typed and what was refused; leave out on a first visit. */
  form?: FormState;
  labelSize?: "s" | "m" | "l";
  /** The label is the page's h1: one question, one page. */
  heading?: boolean;
  /** Adds "(optional)" to the label. */
  optional?: boolean;
};

/** The id of a field (the first box of a group): the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/** One thing to put right at a time: the first message of a field. */
export function fieldError(form: FormState | undefined, name: string): string | undefined {
  return form?.errors[name]?.[0];
}

// A form that was sent shows what was sent, even nothing; only a fresh one shows what we know.
function wasSent(form: FormState | undefined): form is FormState {
  return form !== undefined && Object.keys(form.values).length > 0;
}

export function shownValue(form: FormState | undefined, name: string, initial = ""): string {
  return wasSent(form) ? typed(form, name) : initial;
}

export function shownValues(form: FormState | undefined, name: string, initial: string[] = []): string[] {
  return wasSent(form) ? typedAll(form, name) : initial;
}

export function describedBy(field: Pick<FieldProps, "name" | "hint" | "form">): string | undefined {
  const id = fieldId(field.name);
  const ids = [
    field.hint !== undefined && `${id}-hint`,
    fieldError(field.form, field.name) !== undefined && `${id}-error`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The attributes that tie an input to its label, hint and error. */
export function inputAttributes(field: FieldProps) {
  return {
    id: fieldId(field.name),
    name: field.name,
    "aria-describedby": describedBy(field),
    "aria-invalid": fieldError(field.form, field.name) === undefined ? undefined : true,
  } as const;
}

export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  const size = field.labelSize ?? (field.heading ? "l" : undefined);
  const label = (
    <label className={`govuk-label${size ? ` govuk-label--${size}` : ""}`} htmlFor={fieldId(field.name)}>
      <LabelWords field={field} />
    </label>
  );
  return (
    <FieldGroup field={field}>
      {field.heading ? <h1 className="govuk-label-wrapper">{label}</h1> : label}
      <HintAndError field={field} />
      {children}
    </FieldGroup>
  );
}

export function FieldGroup({ field, children }: { field: FieldProps; children: ReactNode }) {
  const wrong = fieldError(field.form, field.name) !== undefined;
  return <div className={`govuk-form-group${wrong ? " govuk-form-group--error" : ""}`}>{children}</div>;
}

export function LabelWords({ field }: { field: FieldProps }) {
  return (
    <>
      {field.label}
      {field.optional && <span className="app-optional"> (optional)</span>}
    </>
  );
}

export function HintAndError({ field }: { field: FieldProps }) {
  const id = fieldId(field.name);
  const error = fieldError(field.form, field.name);
  return (
    <>
      {field.hint !== undefined && (
        <div id={`${id}-hint`} className="govuk-hint">
          {field.hint}
        </div>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}
