// The boxes inside a group of radios or checkboxes.
import { Fragment, type ReactNode } from "react";
import { fieldId } from "./field";

export type Choice = {
  value: string;
  label: string;
  hint?: ReactNode;
  /** Asked only of those who choose this; shown without JavaScript by the stylesheet. */
  reveal?: ReactNode;
};

export type ChoicesProps = {
  kind: "radio" | "checkbox";
  name: string;
  items: Choice[];
  chosen: string[];
  inline?: boolean;
  small?: boolean;
};

export function Choices({ kind, name, items, chosen, inline, small }: ChoicesProps) {
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  const look = `${inline ? ` ${block}--inline` : ""}${small ? ` ${block}--small` : ""}`;
  return (
    <div className={`${block}${look}`}>
      {items.map((item, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
        return (
          <Fragment key={item.value}>
            <div className={`${block}__item`}>
              <input
                className={`${block}__input`}
                id={id}
                name={name}
                type={kind}
                value={item.value}
                defaultChecked={chosen.includes(item.value)}
                aria-describedby={item.hint ? `${id}-item-hint` : undefined}
              />
              <label className={`govuk-label ${block}__label`} htmlFor={id}>
                {item.label}
              </label>
              {item.hint && (
                <div id={`${id}-item-hint`} className={`govuk-hint ${block}__hint`}>
                  {item.hint}
                </div>
              )}
            </div>
            {item.reveal && <div className={`${block}__conditional`}>{item.reveal}</div>}
          </Fragment>
        );
      })}
    </div>
  );
}
