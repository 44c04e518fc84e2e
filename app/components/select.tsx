// One of many, where radios would be too long.
import { Field, type FieldProps, fieldError, inputAttributes, shownValue } from "./field";

export type SelectProps = FieldProps & {
  initial?: string;
  items: { value: string; label: string }[];
  /** First, empty choice: "Select an agency". */
  placeholder?: string;
  autoComplete?: string;
};

export function Select(props: SelectProps) {
  const wrong = fieldError(props.form, props.name) !== undefined;
  return (
    <Field field={props}>
      <select
        {...inputAttributes(props)}
        defaultValue={shownValue(props.form, props.name, props.initial)}
        className={`govuk-select${wrong ? " govuk-select--error" : ""}`}
        autoComplete={props.autoComplete}
      >
        {props.placeholder !== undefined && <option value="">{props.placeholder}</option>}
        {props.items.map((item) => (
          <option key={item.value} value={item.value}>
            {item.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
