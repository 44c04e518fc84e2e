// The button that sends a form; one in the primary colour per page.
import type { ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "warning";

export type SubmitButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  /** Told to the action when a form has several buttons. */
  name?: string;
  value?: string;
  /** Sends to another address than the form's. */
  formAction?: string;
  /** Read out after the words: which row this acts on. */
  hidden?: string;
  /** The id of a form elsewhere on the page. */
  formId?: string;
};

export function buttonClass(variant: ButtonVariant = "primary"): string {
  return variant === "primary" ? "govuk-button" : `govuk-button govuk-button--${variant}`;
}

export function SubmitButton({ children, variant, hidden, formId, ...button }: SubmitButtonProps) {
  return (
    <button {...button} type="submit" form={formId} className={buttonClass(variant)}>
      {children}
      {hidden && <span className="govuk-visually-hidden"> {hidden}</span>}
    </button>
  );
}
