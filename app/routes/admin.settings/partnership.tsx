// What the partnership is called, whom to ask, and its colour.
import { EmailField } from "~/components/email-field";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import type { SettingsPage } from "./route";

export function Partnership({ settings, form }: Pick<SettingsPage, "settings"> & { form?: FormState }) {
  return (
    <>
      <TextField
        name="serviceName"
        label="Name of this service"
        hint="On every page and in every email"
        initial={settings.serviceName}
        form={form}
      />
      <TextField name="name" label="Name of the partnership" initial={settings.name} form={form} />
      <TextField name="place" label="Place" initial={settings.place} width={20} form={form} />
      <TextField
        name="contactName"
        label="Who answers questions"
        hint="A team rather than a person"
        initial={settings.contactName}
        form={form}
      />
      <EmailField
        name="contactEmail"
        label="Email address for questions"
        initial={settings.contactEmail}
        autoComplete="off"
        form={form}
      />
      <TextField
        name="brandColour"
        label="Colour"
        hint="# and six digits or letters a to f, such as #0b5772. Browsers may show the old one for up to an hour."
        initial={settings.brandColour}
        width={10}
        spellCheck={false}
        autoComplete="off"
        form={form}
      />
    </>
  );
}
