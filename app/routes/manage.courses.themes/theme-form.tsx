// Adds a theme or changes one; removes one that no course belongs to.
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";

type Theme = { slug: string; name: string; years: string };

export function ThemeForm({ theme, form }: { theme: Theme | null; form?: FormState }) {
  return (
    <form method="post" action={paths.manageThemes({ theme: theme?.slug })} noValidate>
      {!theme && <h2 className="govuk-heading-m">Add a theme</h2>}
      <TextField name="name" label="Name" initial={theme?.name} form={form} />
      <TextField
        name="years"
        label="Year"
        hint="As in 2026-27"
        initial={theme?.years}
        width={10}
        autoComplete="off"
        form={form}
      />
      <SubmitButton name="intent" value="save" variant={theme ? "primary" : "secondary"}>
        {theme ? "Save" : "Add the theme"}
      </SubmitButton>
    </form>
  );
}

export function RemoveForm({ slug }: { slug: string }) {
  return (
    <form method="post" action={paths.manageThemes({ theme: slug })} noValidate>
      <h2 className="govuk-heading-m">Remove it</h2>
      <p className="govuk-body">Only a theme that no course belongs to can be removed.</p>
      <SubmitButton name="intent" value="remove" variant="warning">
        Remove the theme
      </SubmitButton>
    </form>
  );
}
