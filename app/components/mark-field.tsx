// One person on a register: a big name and one tap per mark; "Clear mark" takes a wrong tap back.
import type { ReactNode } from "react";
import type { FormState } from "~/shared/form-state";
import { describedBy, fieldError, fieldId, HintAndError, shownValue } from "./field";

export type Mark = {
  value: string;
  label: string;
  /** How a chosen mark is filled: there, there for part of it, or away. */
  look: "there" | "partial" | "away";
};

export type MarkFieldProps = {
  name: string;
  person: string;
  /** Under the name: role, agency, what the trainer should know. */
  detail?: ReactNode;
  form?: FormState;
  initial?: string;
  marks?: Mark[];
};

const registerMarks: Mark[] = [
  { value: "present", label: "Present", look: "there" },
  { value: "late", label: "Late", look: "partial" },
  { value: "left-early", label: "Left early", look: "partial" },
  { value: "absent", label: "Absent", look: "away" },
  { value: "excused", label: "Excused", look: "away" },
];

export function MarkField(props: MarkFieldProps) {
  const { marks = registerMarks } = props;
  const field = { name: props.name, label: props.person, form: props.form };
  const id = fieldId(props.name);
  const chosen = shownValue(props.form, props.name, props.initial);
  const wrong = fieldError(props.form, props.name) !== undefined;
  const choices = [
    ...marks.map((mark) => ({ ...mark, id: `${id}-${mark.value}` })),
    { value: "", label: <NoMark />, look: "none", id: `${id}-none` },
  ];
  return (
    <div className={`app-mark${wrong ? " govuk-form-group--error" : ""}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(field)}>
        <legend className="govuk-fieldset__legend app-mark__name">
          {props.person}
          {props.detail && (
            <>
              {" "}
              <span className="app-mark__detail">{props.detail}</span>
            </>
          )}
        </legend>
        <HintAndError field={field} />
        <div className="app-mark__choices">
          {choices.map((choice, index) => {
            const choiceId = index === 0 ? id : choice.id;
            return (
              <div key={choice.value} className={`app-mark__choice app-mark__choice--${choice.look}`}>
                <input
                  className="app-mark__input"
                  type="radio"
                  id={choiceId}
                  name={props.name}
                  value={choice.value}
                  defaultChecked={chosen === choice.value}
                />
                <label className="app-mark__label" htmlFor={choiceId}>
                  <svg viewBox="0 0 16 16" className="app-mark__tick" aria-hidden="true" focusable="false">
                    <path d="M2 9l4 4 8-10" />
                  </svg>
                  {choice.label}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

function NoMark() {
  return (
    <>
      <span className="app-mark__unmarked">Not marked</span>
      <span className="app-mark__clear">Clear mark</span>
    </>
  );
}
