// One 0 to 10 question: big targets in a row (two on a phone), and a way to leave it blank again.
import { type FieldProps, fieldId, shownValue } from "./field";
import { Fieldset } from "./fieldset";

export type ScaleFieldProps = FieldProps & {
  initial?: string;
  /** The words under 0, 5 and 10. */
  words?: { low: string; middle: string; high: string };
  /** Sent as an empty answer, which is the same as none. */
  blankLabel?: string;
};

const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const confidence = { low: "not at all", middle: "moderately", high: "fully" };

export function ScaleField(props: ScaleFieldProps) {
  const { words = confidence, blankLabel = "Prefer not to say" } = props;
  const id = fieldId(props.name);
  const chosen = shownValue(props.form, props.name, props.initial);
  // An empty answer that was sent is a choice; a field never sent is not.
  const leftBlank = props.form?.values[props.name] === "";
  const said = new Map([
    [0, words.low],
    [5, words.middle],
    [10, words.high],
  ]);
  return (
    <Fieldset field={props} className="app-scale">
      <div className="app-scale__points">
        {points.map((point) => {
          const pointId = point === 0 ? id : `${id}-${point}`;
          const word = said.get(point);
          return (
            <div key={point} className={`app-scale__point app-scale__point--${point}`}>
              <input
                className="app-scale__input"
                type="radio"
                id={pointId}
                name={props.name}
                value={point}
                defaultChecked={chosen === String(point)}
              />
              <label className="app-scale__label" htmlFor={pointId}>
                <span className="app-scale__number">{point}</span>
                {word !== undefined && <span className="app-scale__words"> {word}</span>}
              </label>
            </div>
          );
        })}
      </div>
      <div className="govuk-radios govuk-radios--small">
        <div className="govuk-radios__item">
          <input
            className="govuk-radios__input"
            type="radio"
            id={`${id}-blank`}
            name={props.name}
            value=""
            defaultChecked={leftBlank}
          />
          <label className="govuk-label govuk-radios__label" htmlFor={`${id}-blank`}>
            {blankLabel}
          </label>
        </div>
      </div>
    </Fieldset>
  );
}
