// Things to choose from: title, facts, a word for the exception, and what to do about it.
import type { ReactNode } from "react";

export type ResultItemProps = {
  title: string;
  href: string;
  /** What is true of it, in the same order for each item. */
  facts: { label: string; value: ReactNode }[];
  summary?: string;
  tag?: ReactNode;
  action?: ReactNode;
  headingLevel?: 2 | 3 | 4;
};

export function ResultList({ children }: { children: ReactNode }) {
  return <ul className="app-results">{children}</ul>;
}

export function ResultItem({ title, href, facts, summary, tag, action, headingLevel = 3 }: ResultItemProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <li className="app-result">
      <div className="app-result__body">
        <div className="app-result__heading">
          <Heading className="app-result__title">
            <a className="govuk-link" href={href}>
              {title}
            </a>
          </Heading>
          {tag}
        </div>
        {summary && <p className="app-result__summary">{summary}</p>}
        <dl className="app-result__facts">
          {facts.map((fact) => (
            <div key={fact.label} className="app-result__fact">
              <dt className="app-result__key">{fact.label}</dt>
              <dd className="app-result__value">{fact.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {action && <div className="app-result__action">{action}</div>}
    </li>
  );
}
