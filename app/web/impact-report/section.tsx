// A question of the report: the plain sentence first, then what stands under it, and how it was worked out last.
import type { ReactNode } from "react";
import { Details } from "~/components/details";

/** Where the page of a figure is, by its key; null where a report has no such pages, as in a paper. */
export type TrailTo = (key: string) => string | null;

export type ReportSectionProps = {
  id: string;
  heading: string;
  sentence: string;
  children?: ReactNode;
  method?: ReactNode;
};

export function ReportSection({ id, heading, sentence, children, method }: ReportSectionProps) {
  return (
    <section className="app-report__section" aria-labelledby={id}>
      <h2 className="govuk-heading-l" id={id}>
        {heading}
      </h2>
      <p className="app-report__sentence">{sentence}</p>
      {children}
      {method && (
        <Details
          summary={
            <>
              How this was worked out<span className="govuk-visually-hidden">: {heading}</span>
            </>
          }
        >
          {method}
        </Details>
      )}
    </section>
  );
}

/** The way to what a figure means and the counts behind it. */
export function TrailLink({ to, keys }: { to: TrailTo; keys: { key: string; about: string }[] }) {
  const links = keys.flatMap(({ key, about }) => {
    const href = to(key);
    return href === null ? [] : [{ href, about }];
  });
  if (links.length === 0) return null;
  return (
    <p className="govuk-body-s app-no-print">
      What it means, and the counts behind it:{" "}
      {links.map(({ href, about }, index) => (
        <span key={href}>
          {index > 0 && ", "}
          <a className="govuk-link" href={href}>
            {about}
          </a>
        </span>
      ))}
    </p>
  );
}
