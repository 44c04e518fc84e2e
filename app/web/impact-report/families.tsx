// What was told of children, adults and families: beside the figures, never as what training did.
import type { Report } from "~/domain/impact/impact";
import { familiesInWords, quoteSource } from "~/domain/impact/wording";
import { ReportSection, type ReportSectionProps } from "./section";

type Props = { report: Report } & Pick<ReportSectionProps, "id" | "heading">;

export function Families({ report, ...section }: Props) {
  const families = report.quotes.filter(({ about }) => about === "family");
  const others = report.quotes.filter(({ about }) => about !== "family");
  return (
    <ReportSection {...section} sentence={familiesInWords(report)}>
      <Quotes quotes={families} />
      {others.length > 0 && (
        <>
          <h3 className="govuk-heading-m">What people said they would do</h3>
          <Quotes quotes={others} />
        </>
      )}
    </ReportSection>
  );
}

const Quotes = ({ quotes }: { quotes: Report["quotes"] }) =>
  quotes.map((quote) => (
    <figure className="app-quote" key={`${quote.about} ${quote.stage} ${quote.text}`}>
      <blockquote className="app-quote__text">{quote.text}</blockquote>
      <figcaption className="app-quote__source">{quoteSource(quote)}</figcaption>
    </figure>
  ));
