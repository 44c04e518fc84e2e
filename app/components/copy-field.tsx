// Text to copy into something else: in a field of its own, which the keyboard reaches and selects whole.
import { fieldId } from "./field";

export type CopyFieldProps = { name: string; label: string; hint?: string; value: string };

export function CopyField({ name, label, hint, value }: CopyFieldProps) {
  const id = fieldId(name);
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      <input
        id={id}
        className="govuk-input app-copy"
        type="text"
        value={value}
        readOnly
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hint && `${id}-hint`}
      />
    </div>
  );
}
