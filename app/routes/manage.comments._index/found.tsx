// The comments of one page: how each begins, about which course, and the way to read it.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { monthInWords } from "~/shared/format";
import { paths } from "~/web/paths";
import { wordsKindInWords } from "~/web/words-in-words";
import type { CommentsPage } from "./route";

export function Found({ page }: { page: CommentsPage }) {
  if (page.words.length === 0) return <Nothing page={page} />;
  return (
    <Table
      caption="Oldest first"
      dense
      columns={[
        { key: "words", heading: "They wrote" },
        { key: "about", heading: "About" },
        { key: "when", heading: "Written" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={page.words.map((words, index) => ({
        id: words.id,
        cells: {
          words: (
            <bdi className="govuk-!-font-weight-regular">
              {words.beginning || "What was written is gone."}
            </bdi>
          ),
          about: (
            <>
              {words.courseTitle}
              <span className="app-line">{wordsKindInWords[words.kind]}</span>
            </>
          ),
          when: monthInWords(words.month),
          action: (
            <a className="govuk-link" href={paths.manageComment(words.id)}>
              {page.state === "to read" ? "Read" : "Look at it"}
              <span className="govuk-visually-hidden">
                : comment {index + 1}, {words.courseTitle}
              </span>
            </a>
          ),
        },
      }))}
    />
  );
}

function Nothing({ page }: { page: CommentsPage }) {
  const filtered = page.kind !== null;
  if (page.state !== "to read" || filtered)
    return (
      <EmptyState
        title="No comment fits"
        text="Choose something else above, or look at all that are to be read."
        action={{ href: paths.manageComments(), label: "All that are to be read" }}
        headingLevel={3}
      />
    );
  return (
    <EmptyState
      title="Nothing waits to be read"
      text="When somebody writes something in an evaluation, it stands here."
      action={{ href: paths.manage(), label: "Back to managing the offer" }}
      headingLevel={3}
    />
  );
}
