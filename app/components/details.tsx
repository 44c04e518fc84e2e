// More for those who want it.
import type { ReactNode } from "react";

export type DetailsProps = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string };

export function Details({ summary, children, open, className }: DetailsProps) {
  return (
    <details className={`govuk-details${className ? ` ${className}` : ""}`} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
