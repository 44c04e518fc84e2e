// Which words the letter had, since when, and by whom.
import { Table } from "~/components/table";
import { longDateTimeAt } from "~/shared/format";
import { slugOfKind } from "~/web/letter-words";
import { paths } from "~/web/paths";
import type { WordingPage } from "./route";

const columns = [
  { key: "when", heading: "Saved" },
  { key: "who", heading: "By" },
  { key: "subject", heading: "Subject" },
  { key: "again", heading: "Use again", headingHidden: true },
];

export function History({ page }: { page: WordingPage }) {
  return (
    <>
      <h2 className="govuk-heading-l">History</h2>
      {page.history.length === 0 ? (
        <p className="govuk-body">Nobody has changed this letter. It has the words it came with.</p>
      ) : (
        <Table
          caption="Earlier words of this letter"
          captionSize="hidden"
          columns={columns}
          rows={page.history.map(({ id, savedAt, savedBy, subject }, index) => ({
            id: String(id),
            cells: {
              when: longDateTimeAt(savedAt),
              who: savedBy ?? "Somebody who has left",
              subject: subject ?? "Back to the words it came with",
              again:
                index === 0 ? (
                  "In use"
                ) : (
                  <a
                    className="govuk-link"
                    href={paths.manageWording(slugOfKind(page.kind), { again: String(id) })}
                  >
                    Use these words again
                    <span className="govuk-visually-hidden">: {longDateTimeAt(savedAt)}</span>
                  </a>
                ),
            },
          }))}
        />
      )}
    </>
  );
}
