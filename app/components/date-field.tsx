// A date in three boxes, sent as name-day, name-month and name-year; its error is kept under the name.
import { type FieldProps, fieldError, fieldId, shownValue } from "./field";
import { Fieldset } from "./fieldset";

export type DateFieldProps = FieldProps & {
  initial?: { day: string; month: string; year: string };
  /** For a date of birth only. */
  birthday?: boolean;
};

const parts = ["day", "month", "year"] as const;

export function DateField(props: DateFieldProps) {
  const wrong = fieldError(props.form, props.name) !== undefined;
  return (
    <Fieldset field={props}>
      <div className="govuk-date-input">
        {parts.map((part) => {
          const id = part === "day" ? fieldId(props.name) : fieldId(`${props.name}-${part}`);
          const width = part === "year" ? 4 : 2;
          return (
            <div key={part} className="govuk-date-input__item">
              <div className="govuk-form-group">
                <label className="govuk-label govuk-date-input__label" htmlFor={id}>
                  {part === "day" ? "Day" : part === "month" ? "Month" : "Year"}
                </label>
                <input
                  className={`govuk-input govuk-date-input__input govuk-input--width-${width}${wrong ? " govuk-input--error" : ""}`}
                  id={id}
                  name={`${props.name}-${part}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete={props.birthday ? `bday-${part}` : undefined}
                  defaultValue={
                    shownValue(props.form, `${props.name}-${part}`, props.initial?.[part]) || undefined
                  }
                />
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
