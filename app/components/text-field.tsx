// One line of text.
import type { HTMLAttributes, HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { Field, type FieldProps, fieldError, inputAttributes, shownValue } from "./field";

export type TextFieldProps = FieldProps & {
  /** Shown until the form has been sent. */
  initial?: string;
  type?: "text" | "email" | "tel" | "url" | "search" | "date" | "time";
  /** Characters expected; the box is sized to match. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  prefix?: ReactNode;
  suffix?: ReactNode;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: HTMLAttributes<HTMLInputElement>["inputMode"];
  spellCheck?: boolean;
  maxLength?: number;
};

export function TextField(props: TextFieldProps) {
  const { type = "text", width, prefix, suffix } = props;
  const wrong = fieldError(props.form, props.name) !== undefined;
  const input = (
    <input
      {...inputAttributes(props)}
      type={type}
      defaultValue={shownValue(props.form, props.name, props.initial) || undefined}
      className={`govuk-input${width ? ` govuk-input--width-${width}` : ""}${wrong ? " govuk-input--error" : ""}`}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      spellCheck={props.spellCheck}
      maxLength={props.maxLength}
    />
  );
  return (
    <Field field={props}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
    </Field>
  );
}
