// What to put right, said first and focused on arrival; each message leads to its field.
import type { FormState } from "~/shared/form-state";
import { fieldId } from "./field";

export type ErrorSummaryProps = {
  form?: FormState;
  /** Field names in the order of the page; others follow in the order they were found. */
  order?: string[];
};

export function ErrorSummary({ form, order = [] }: ErrorSummaryProps) {
  const wrong = Object.keys(form?.errors ?? {}).filter((name) => form?.errors[name]?.length);
  if (!form || wrong.length === 0) return null;
  const names = [
    ...order.filter((name) => wrong.includes(name)),
    ...wrong.filter((name) => !order.includes(name)),
  ];
  return (
    <div
      className="govuk-error-summary"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how focus reaches the errors after a refusal
      autoFocus
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {(form.errors[""] ?? []).map((message) => (
              <li key={message}>{message}</li>
            ))}
            {names
              .filter((name) => name !== "")
              .map((name) => (
                <li key={name}>
                  <a href={`#${fieldId(name)}`}>{form.errors[name]?.[0]}</a>
                </li>
              ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
