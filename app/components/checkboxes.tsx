// Any of a few; one box alone asks for a yes.
import { type Choice, Choices } from "./choices";
import { type FieldProps, shownValues } from "./field";
import { Fieldset } from "./fieldset";

export type CheckboxesProps = FieldProps & { items: Choice[]; initial?: string[]; small?: boolean };

export function Checkboxes(props: CheckboxesProps) {
  return (
    <Fieldset field={props}>
      <Choices
        kind="checkbox"
        name={props.name}
        items={props.items}
        chosen={shownValues(props.form, props.name, props.initial)}
        small={props.small}
      />
    </Fieldset>
  );
}
