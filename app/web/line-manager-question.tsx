// Who is asked next, if the learner agrees: nothing is chosen for them, and they see the address.
import { Radios } from "~/components/radios";
import { lineManagerField } from "~/domain/evaluations/evaluations";
import type { FormState } from "~/shared/form-state";

export function LineManagerQuestion({ email, form }: { email: string; form?: FormState }) {
  return (
    <section className="app-questions">
      <h2 className="govuk-heading-m">Who we would ask next</h2>
      <p className="govuk-body">
        In about ten weeks we would like to ask your line manager what they have seen at work. They would see
        your name, this course, and what you said you would do. They would see none of your other answers. We
        write to them only if you say yes.
      </p>
      <Radios
        name={lineManagerField}
        label="May we ask your line manager?"
        hint={
          <>
            We would write to <bdi>{email}</bdi>. If that is not your line manager, say no.
          </>
        }
        items={[
          { value: "yes", label: "Yes, you may ask them" },
          { value: "no", label: "No, do not ask them" },
        ]}
        form={form}
      />
    </section>
  );
}
