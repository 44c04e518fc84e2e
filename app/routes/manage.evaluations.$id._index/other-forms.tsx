// What stands above the questions of a draft, and giving the draft up.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { KeptSet } from "~/domain/evaluations/evaluations";
import { type FormState, typed } from "~/shared/form-state";
import { paths } from "~/web/paths";

export function WordsForm({ set, form: sent }: { set: KeptSet; form?: FormState }) {
  const form = typed(sent, "intent") === "words" ? sent : undefined;
  return (
    <form method="post" action={paths.manageInstrument(set.id)} noValidate>
      <h2 className="govuk-heading-m">What stands above the questions</h2>
      <TextField name="title" label="Title" initial={set.title} form={form} />
      <TextArea
        name="introduction"
        label="Introduction"
        hint="A sentence or two. What happens with the answers is always said after it."
        initial={set.introduction}
        rows={3}
        form={form}
      />
      <SubmitButton name="intent" value="words" variant="secondary">
        Save the title and introduction
      </SubmitButton>
    </form>
  );
}

export function DiscardForm({ id }: { id: string }) {
  return (
    <Details summary="Discard this draft">
      <form method="post" action={paths.manageInstrument(id)} noValidate>
        <p className="govuk-body">
          What is asked now stays as it is. Questions that were written for this draft are gone.
        </p>
        <SubmitButton name="intent" value="discard" variant="warning">
          Discard the draft
        </SubmitButton>
      </form>
    </Details>
  );
}
