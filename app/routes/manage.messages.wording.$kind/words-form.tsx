// The words themselves, to be changed, previewed and saved; and the way back to those the letter came with.
import { Details } from "~/components/details";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { slugOfKind } from "~/web/letter-words";
import { paths } from "~/web/paths";
import type { WordingPage } from "./route";

export function WordsForm({ page, form }: { page: WordingPage; form: FormState | undefined }) {
  const { kind, own, changed, again, basedOn, samples } = page;
  const words = again?.words ?? page.words;
  const here = paths.manageWording(slugOfKind(kind));
  return (
    <>
      <form method="post" action={here} noValidate>
        {/* What was in use when this page was made: somebody else's later words are not overwritten unseen. */}
        <input type="hidden" name="basedOn" value={basedOn ?? ""} />
        <TextField
          name="subject"
          label="Subject"
          hint="It shows on locked screens: no names, nothing personal."
          form={form}
          initial={words.subject}
        />
        <TextField name="heading" label="Heading" form={form} initial={words.heading} />
        <TextArea
          name="body"
          label="Letter"
          hint="An empty line begins a new paragraph. **Two stars** make bold, a line that begins with - is part of a list, and [words](https://address) is a link. The greeting and our address are added."
          form={form}
          initial={words.body}
          rows={18}
        />
        {samples.length > 1 && (
          <Select
            name="sample"
            label="Example to look at"
            form={form}
            items={samples.map((label, index) => ({
              value: String(index),
              label: label.charAt(0).toUpperCase() + label.slice(1),
            }))}
          />
        )}
        <div className="govuk-button-group">
          <SubmitButton name="intent" value="preview" variant="secondary">
            Preview
          </SubmitButton>
          <SubmitButton name="intent" value="save">
            Save words
          </SubmitButton>
        </div>
      </form>
      {changed && (
        <Details summary="The words it came with">
          <p className="govuk-body">
            <strong>{own.subject}</strong>
          </p>
          <p className="govuk-body">
            <strong>{own.heading}</strong>
          </p>
          <p className="govuk-body app-typed">{own.body}</p>
          <form method="post" action={here}>
            <SubmitButton name="intent" value="restore" variant="secondary">
              Go back to these words
            </SubmitButton>
          </form>
        </Details>
      )}
    </>
  );
}
