// Takes someone who has an account into the pool.
import { EmailField } from "~/components/email-field";
import { Radios } from "~/components/radios";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";

export function AddForm({ form }: { form?: FormState }) {
  return (
    <section id="add">
      <form method="post" action="/manage/trainers" noValidate>
        <h2 className="govuk-heading-m">Add someone to the pool</h2>
        <EmailField
          name="email"
          label="Their work email address"
          hint="They need an account first."
          autoComplete="off"
          form={form}
        />
        <Radios
          name="kind"
          label="How they teach"
          form={form}
          small
          items={[
            { value: "practitioner", label: "As a practitioner" },
            { value: "lived experience", label: "With lived experience, beside a practitioner" },
          ]}
        />
        <SubmitButton name="intent" value="add" variant="secondary">
          Add to the pool
        </SubmitButton>
      </form>
    </section>
  );
}
