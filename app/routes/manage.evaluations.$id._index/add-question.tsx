// Adds a question to a draft: one that has been asked before, in the same words, or a new one of any kind.
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import { kindNames } from "~/web/question-set-words";
import type { SetPage } from "./route";

type AddProps = { page: SetPage; form?: FormState };

export function AddQuestion({ page, form }: AddProps) {
  const { set, library, kinds } = page;
  return (
    <>
      <h2 className="govuk-heading-m">Add a question</h2>
      {library.length > 0 && (
        <form method="post" action={paths.manageInstrument(set.id)} noValidate>
          <Select
            name="item"
            label="One that has been asked before"
            hint="In the same words, so that it can be compared."
            placeholder="Select a question"
            items={library.map(({ id, kind, wording }) => ({
              value: id,
              label: `${kindNames[kind].name}: ${wording}`,
            }))}
            form={form}
          />
          <SubmitButton name="intent" value="add" variant="secondary">
            Add this question
          </SubmitButton>
        </form>
      )}
      <h3 className="govuk-heading-s">Or write a new one</h3>
      <ul className="govuk-list">
        {kinds
          .filter((kind) => kind !== "recalled")
          .map((kind) => (
            <li key={kind}>
              <a className="govuk-link" href={paths.newItem(set.id, kind)}>
                {kindNames[kind].name}
              </a>
            </li>
          ))}
      </ul>
      {kinds.includes("recalled") && <Recall page={page} form={form} />}
    </>
  );
}

function Recall({ page: { set }, form }: AddProps) {
  const recalled = new Set(set.items.map(({ recallsItemId }) => recallsItemId));
  const left = set.items.filter(({ id, kind }) => kind === "confidence" && !recalled.has(id));
  if (left.length === 0) return null;
  return (
    <form method="post" action={paths.manageInstrument(set.id)} noValidate>
      <Select
        name="recall"
        label="Ask in hindsight as well"
        hint="Only of the courses that ask in hindsight. It is told apart and never mixed with the rest."
        placeholder="Select a question"
        items={left.map(({ id, wording }) => ({ value: id, label: wording }))}
        form={form}
      />
      <SubmitButton name="intent" value="recall" variant="secondary">
        Ask it in hindsight
      </SubmitButton>
    </form>
  );
}
