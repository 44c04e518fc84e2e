// The two buttons under something that waits for somebody's word: yes at once, or no, which may say why.
import { Details } from "~/components/details";
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import type { FormState } from "~/shared/form-state";

type YesOrNoFormProps = {
  /** Where the answer is sent. */
  action: string;
  /** What is answered: the field that names it, and its id. */
  about: { field: string; id: string };
  yes: { value: string; label: string };
  /** Whose it is, for whoever hears the buttons and does not see their row. */
  hidden: string;
  form?: FormState;
};

export function YesOrNoForm({ action, about, yes, hidden, form }: YesOrNoFormProps) {
  const note = noteField(about.id);
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name={about.field} value={about.id} />
      <SubmitButton name="intent" value={yes.value} hidden={hidden}>
        {yes.label}
      </SubmitButton>
      <Details summary="Decline" open={form?.errors[note] !== undefined}>
        <TextArea
          name={note}
          label="Why?"
          optional
          hint="They will read it."
          rows={2}
          maxLength={500}
          form={form}
        />
        <SubmitButton name="intent" value="decline" variant="secondary" hidden={hidden}>
          Decline
        </SubmitButton>
      </Details>
    </form>
  );
}

/** One name for each, so that a message leads to its own box. */
export const noteField = (id: string) => `note-${id}`;
