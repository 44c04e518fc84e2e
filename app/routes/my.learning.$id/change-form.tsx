// Puts right what was told and sends it again, or takes it back.
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { LearningFields } from "~/web/learning-fields";
import { paths } from "~/web/paths";
import type { LearningPage } from "./route";

export function ChangeForm({ page, form }: { page: LearningPage; form?: FormState }) {
  const { learning, competencies } = page;
  const here = paths.myLearningOne(learning.id);
  return (
    <>
      <h2 className="govuk-heading-l">
        {learning.state === "refused" ? "Change it and send it again" : "Change it"}
      </h2>
      <form method="post" action={here} noValidate>
        <LearningFields competencies={competencies} told={learning} form={form} />
        <SubmitButton name="intent" value="send">
          {learning.state === "refused" ? "Send again" : "Save and send"}
        </SubmitButton>
      </form>
      <h2 className="govuk-heading-m">Take it back</h2>
      <p className="govuk-body">It is deleted, and nobody looks at it any more.</p>
      <form method="post" action={here}>
        <SubmitButton name="intent" value="take back" variant="warning">
          Take it back
        </SubmitButton>
      </form>
    </>
  );
}
