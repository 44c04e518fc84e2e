// Questions about someone's work and needs, alike wherever they are asked.
import { EmailField } from "~/components/email-field";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";

export function WorkFields(props: {
  initial?: { team: string | null; lineManagerEmail: string | null };
  form: FormState | undefined;
}) {
  const { initial, form } = props;
  return (
    <>
      <TextField name="team" label="Team (optional)" initial={initial?.team ?? undefined} form={form} />
      <EmailField
        name="lineManagerEmail"
        label="Your line manager’s email address (optional)"
        hint="They can see what training you have booked and done, and approve it where a course asks for that."
        initial={initial?.lineManagerEmail ?? undefined}
        autoComplete="off"
        form={form}
      />
    </>
  );
}

export function NeedsFields(props: {
  initial?: { accessNeeds: string | null; dietaryNeeds: string | null };
  asksFood?: boolean;
  form: FormState | undefined;
}) {
  const { initial, asksFood = true, form } = props;
  return (
    <>
      <TextArea
        name="accessNeeds"
        label="Access needs (optional)"
        hint="Anything that helps you take part. Coordinators and your trainers see it, nobody else."
        initial={initial?.accessNeeds ?? undefined}
        rows={2}
        form={form}
      />
      {asksFood && (
        <TextArea
          name="dietaryNeeds"
          label="Dietary needs (optional)"
          hint="For days with food. Coordinators and your trainers see it, nobody else."
          initial={initial?.dietaryNeeds ?? undefined}
          rows={2}
          form={form}
        />
      )}
    </>
  );
}
