// What is known, row by row, each with its way to change it.
import type { ReactNode } from "react";

export type SummaryRow = {
  key: string;
  value: ReactNode;
  /** `hidden` says what is changed, for those who hear the link alone. */
  change?: { href: string; hidden: string; text?: string };
};

export type SummaryListProps = { rows: SummaryRow[]; border?: boolean };

export function SummaryList({ rows, border = true }: SummaryListProps) {
  const anyChange = rows.some((row) => row.change);
  return (
    <dl className={`govuk-summary-list${border ? "" : " govuk-summary-list--no-border"}`}>
      {rows.map((row) => (
        <div
          key={row.key}
          className={`govuk-summary-list__row${anyChange && !row.change ? " govuk-summary-list__row--no-actions" : ""}`}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.change && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={row.change.href}>
                {row.change.text ?? "Change"}
                <span className="govuk-visually-hidden"> {row.change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
