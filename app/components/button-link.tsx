// A link that looks like a button. No role="button": without JavaScript the space key would not press it.
import type { ReactNode } from "react";
import { type ButtonVariant, buttonClass } from "./submit-button";

export type ButtonLinkProps = { href: string; children: ReactNode; variant?: ButtonVariant; hidden?: string };

export function ButtonLink({ href, children, variant, hidden }: ButtonLinkProps) {
  return (
    <a href={href} className={buttonClass(variant)} draggable={false}>
      {children}
      {hidden && <span className="govuk-visually-hidden"> {hidden}</span>}
    </a>
  );
}
