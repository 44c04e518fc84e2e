// The report to take along: as a document for a meeting, and its figures as rows.
import type { ReleaseView } from "~/domain/impact/impact.server";
import { paths } from "~/web/paths";

const files = [
  { ending: "docx", words: "Word document, with pictures and tables" },
  { ending: "xlsx", words: "Excel workbook: every figure as a row" },
  { ending: "csv", words: "CSV: every figure as a row" },
] as const;

export function Files({ release }: { release: ReleaseView }) {
  return (
    <section className="app-no-print">
      <h2 className="govuk-heading-l">Take it along</h2>
      <p className="govuk-body">Print this page for a paper on A4, or download it:</p>
      <ul className="govuk-list">
        {files.map(({ ending, words }) => (
          <li key={ending}>
            <a className="govuk-link" href={paths.releaseFile(release.id, ending)}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
