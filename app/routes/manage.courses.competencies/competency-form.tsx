// Adds a competency or changes one; removes one that nothing rests on.
import { SubmitButton } from "~/components/submit-button";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

type Competency = { id: string; name: string; description: string };

export function CompetencyForm({ one, form }: { one: Competency | null; form?: FormState }) {
  return (
    <form method="post" action={paths.manageCompetencies({ competency: one?.id })} noValidate>
      {!one && <h2 className="govuk-heading-m">Add a competency</h2>}
      <TextField name="name" label="Name" initial={one?.name} form={form} />
      <TextArea
        name="description"
        label="What someone does who has it"
        hint="As in: Sees neglect early and describes it with evidence. People read it when they assess themselves."
        initial={one?.description}
        rows={3}
        form={form}
      />
      <SubmitButton name="intent" value="save" variant={one ? "primary" : "secondary"}>
        {one ? "Save" : "Add the competency"}
      </SubmitButton>
    </form>
  );
}

export function RemoveForm({ id }: { id: string }) {
  return (
    <form method="post" action={paths.manageCompetencies({ competency: id })} noValidate>
      <h2 className="govuk-heading-m">Remove it</h2>
      <p className="govuk-body">Only a competency that nothing rests on can be removed.</p>
      <SubmitButton name="intent" value="remove" variant="warning">
        Remove the competency
      </SubmitButton>
    </form>
  );
}
