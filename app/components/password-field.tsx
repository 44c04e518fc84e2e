// A password: never shown again, whatever was typed; paste and password managers welcome.
import { Field, type FieldProps, fieldError, inputAttributes } from "./field";

export type PasswordFieldProps = FieldProps & { autoComplete: "current-password" | "new-password" };

export function PasswordField(props: PasswordFieldProps) {
  const wrong = fieldError(props.form, props.name) !== undefined;
  return (
    <Field field={props}>
      <input
        {...inputAttributes(props)}
        type="password"
        className={`govuk-input govuk-input--width-20${wrong ? " govuk-input--error" : ""}`}
        autoComplete={props.autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
    </Field>
  );
}
