// It is done: the page's h1 and the reference to quote.
import type { ReactNode } from "react";

export type PanelProps = { title: string; reference?: string; referenceLabel?: string; children?: ReactNode };

export function Panel({ title, reference, referenceLabel = "Your reference", children }: PanelProps) {
  return (
    <div className="govuk-panel govuk-panel--confirmation app-panel">
      <h1 className="govuk-panel__title">{title}</h1>
      {(reference || children) && (
        <div className="govuk-panel__body">
          {children}
          {reference && (
            <>
              {referenceLabel} <strong className="app-panel__reference">{reference}</strong>
            </>
          )}
        </div>
      )}
    </div>
  );
}
