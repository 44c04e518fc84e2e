// One of a few.
import { type Choice, Choices } from "./choices";
import { type FieldProps, shownValue } from "./field";
import { Fieldset } from "./fieldset";

export type RadiosProps = FieldProps & {
  items: Choice[];
  initial?: string;
  inline?: boolean;
  small?: boolean;
};

export function Radios(props: RadiosProps) {
  return (
    <Fieldset field={props}>
      <Choices
        kind="radio"
        name={props.name}
        items={props.items}
        chosen={[shownValue(props.form, props.name, props.initial)]}
        inline={props.inline}
        small={props.small}
      />
    </Fieldset>
  );
}
