// A question with several boxes: its legend, hint and error around them.
import type { ReactNode } from "react";
import { describedBy, FieldGroup, type FieldProps, HintAndError, LabelWords } from "./field";

export type FieldsetProps = { field: FieldProps; className?: string; children: ReactNode };

export function Fieldset({ field, className, children }: FieldsetProps) {
  const size = field.labelSize ?? (field.heading ? "l" : "s");
  return (
    <FieldGroup field={field}>
      <fieldset
        className={`govuk-fieldset${className ? ` ${className}` : ""}`}
        aria-describedby={describedBy(field)}
      >
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${size}`}>
          {field.heading ? (
            <h1 className="govuk-fieldset__heading">
              <LabelWords field={field} />
            </h1>
          ) : (
            <LabelWords field={field} />
          )}
        </legend>
        <HintAndError field={field} />
        {children}
      </fieldset>
    </FieldGroup>
  );
}
