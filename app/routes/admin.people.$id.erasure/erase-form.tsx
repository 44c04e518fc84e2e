// The address typed to be sure, and the button.
import { EmailField } from "~/components/email-field";
import { SubmitButton } from "~/components/submit-button";
import type { ErasureStanding } from "~/domain/personal-data/personal-data";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

export function EraseForm({ standing, form }: { standing: ErasureStanding; form?: FormState }) {
  const { personId, email, agencyName } = standing;
  return (
    <form method="post" action={paths.adminErasure(personId)} noValidate>
      <h2 className="govuk-heading-m">Are you sure?</h2>
      <p className="govuk-body">
        You are erasing {email}, {agencyName}.
      </p>
      <EmailField name="email" label="Type their email address to confirm" autoComplete="off" form={form} />
      <SubmitButton name="intent" value="erase" variant="warning">
        Erase this person
      </SubmitButton>
    </form>
  );
}
