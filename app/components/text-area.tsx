// Several lines of text.
import { Field, type FieldProps, fieldError, inputAttributes, shownValue } from "./field";

export type TextAreaProps = FieldProps & {
  initial?: string;
  rows?: number;
  autoComplete?: string;
  spellCheck?: boolean;
  maxLength?: number;
};

export function TextArea(props: TextAreaProps) {
  const wrong = fieldError(props.form, props.name) !== undefined;
  return (
    <Field field={props}>
      <textarea
        {...inputAttributes(props)}
        rows={props.rows ?? 5}
        defaultValue={shownValue(props.form, props.name, props.initial)}
        className={`govuk-textarea${wrong ? " govuk-textarea--error" : ""}`}
        autoComplete={props.autoComplete}
        spellCheck={props.spellCheck}
        maxLength={props.maxLength}
      />
    </Field>
  );
}
