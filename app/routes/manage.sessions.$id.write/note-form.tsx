// The form of a note: whom it goes to, its subject, and what it says.
import { Details } from "~/components/details";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { WritePage } from "./route";
import { audienceInWords } from "./words";

export function NoteForm({ page, form }: { page: WritePage; form: FormState | undefined }) {
  const some = page.audiences.filter(({ people }) => people > 0);
  if (some.length === 0)
    return (
      <p className="govuk-body">
        Nobody has a place on this session, waits for one or teaches it. There is nobody to write to yet.
      </p>
    );
  return (
    <form method="post" action={paths.manageSessionWrite(page.id)} noValidate>
      <Radios
        name="audience"
        label="Who is it for?"
        labelSize="m"
        items={some.map(({ audience, people }) => ({
          value: audience,
          label: audienceInWords[audience],
          hint: counted(people, "person", "people"),
        }))}
        form={form}
      />
      <TextField
        name="subject"
        label="Subject"
        hint="We add the course and its date. Leave names out: a subject shows on locked screens."
        form={form}
      />
      <TextArea
        name="body"
        label="What do you want to say?"
        hint="We greet each person by name and add a link to their booking. Leave out what is private to one person."
        rows={10}
        form={form}
      />
      <Details summary="How to write lists, bold and links">
        <p className="govuk-body">Leave an empty line between paragraphs.</p>
        <ul className="govuk-list govuk-list--bullet">
          <li>Begin each line of a list with a hyphen and a space.</li>
          <li>Put two stars on both sides of **bold** words.</li>
          <li>Write a link as [its words](https://www.example.org).</li>
        </ul>
      </Details>
      <SubmitButton name="intent" value="preview">
        See it before it goes
      </SubmitButton>
    </form>
  );
}
