// One of many, where radios would be too long.
import { Field, type FieldProps, fieldError, inputAttributes, shownValue } from "./field";

type Item = { value: string; label: string };

export type SelectProps = FieldProps & {
  initial?: string;
  items: Item[];
  /** More choices after `items`, each group under its name. */
  groups?: { label: string; items: Item[] }[];
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
        <Options items={props.items} />
        {props.groups?.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options items={group.items} />
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function Options({ items }: { items: Item[] }) {
  return (
    <>
      {items.map((item) => (
        <option key={item.value} value={item.value}>
          {item.label}
        </option>
      ))}
    </>
  );
}
