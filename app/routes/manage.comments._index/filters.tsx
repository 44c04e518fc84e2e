// Which comments: what was done with them, and what they are about; applied with a button.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { wordsKinds, wordsStates } from "~/domain/evaluations/evaluations";
import { wholeNumber } from "~/shared/format";
import { paths } from "~/web/paths";
import { wordsKindInWords, wordsStateInWords } from "~/web/words-in-words";
import type { CommentsPage } from "./route";

export function Filters({ page }: { page: CommentsPage }) {
  return (
    <form method="get" action={paths.manageComments()} className="app-filter-form" noValidate>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Select
            name="state"
            label="What was done with them"
            initial={page.state}
            items={wordsStates.map((state) => ({ value: state, label: wordsStateInWords[state] }))}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Select
            name="kind"
            label="When or what"
            initial={page.kind ?? ""}
            placeholder="Anything"
            items={wordsKinds.map((kind) => ({
              value: kind,
              label: `${wordsKindInWords[kind]} (${wholeNumber(page.byKind[kind] ?? 0)})`,
            }))}
          />
        </div>
      </div>
      <SubmitButton variant="secondary">Show</SubmitButton>
    </form>
  );
}
