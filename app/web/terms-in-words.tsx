// A board's terms as a page shows them: part by part, in sentences.
import type { TermsPart } from "~/domain/terms/terms";

export function TermsInWords({ parts, headingLevel = 3 }: { parts: TermsPart[]; headingLevel?: 2 | 3 | 4 }) {
  const Heading = `h${headingLevel}` as const;
  return (
    <>
      {parts.map(({ about, heading, sentences }) => (
        <div key={about}>
          <Heading className="govuk-heading-s govuk-!-margin-bottom-1">{heading}</Heading>
          <p className="govuk-body govuk-!-margin-bottom-3">{sentences.join(" ")}</p>
        </div>
      ))}
    </>
  );
}
