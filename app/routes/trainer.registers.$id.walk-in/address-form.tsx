// Whose address it is decides what else has to be asked.
import { EmailField } from "~/components/email-field";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

export function AddressForm({ meetingId, form }: { meetingId: string; form?: FormState }) {
  return (
    <form method="post" action={paths.trainerWalkIn(meetingId)} noValidate>
      <EmailField
        name="email"
        label="Their work email address"
        hint="They may have an account already. If they are on the waiting list, this takes them off it."
        autoComplete="off"
        form={form}
      />
      <SubmitButton name="intent" value="find">
        Continue
      </SubmitButton>
    </form>
  );
}
