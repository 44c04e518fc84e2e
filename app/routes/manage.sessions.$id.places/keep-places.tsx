// Keeping more places: as a quota, or reserved for people who are named later.
import { DateField } from "~/components/date-field";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { modeInWords } from "~/domain/sessions/sessions";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PlacesPage } from "./route";

export function KeepPlaces({ page, form }: { page: PlacesPage; form?: FormState }) {
  return (
    <form method="post" action={paths.managePlaces(page.sessionId)} noValidate>
      <h2 className="govuk-heading-m">Keep places for an agency</h2>
      <Radios
        name="kind"
        label="How are they kept?"
        items={[
          {
            value: "quota",
            label: "Quota",
            hint: "Only people of this agency can book them until the last day.",
          },
          {
            value: "reserved",
            label: "Reserved",
            hint: "Taken now, without names. The agency’s lead names people for them.",
          },
        ]}
        form={form}
      />
      <Select
        name="agencyId"
        label="Agency"
        placeholder="Select an agency"
        items={page.agencies}
        form={form}
      />
      {page.modes.length > 1 && (
        <Radios
          name="mode"
          label="Where are the places?"
          items={page.modes.map((mode) => ({ value: mode, label: modeInWords[mode] }))}
          inline
          small
          form={form}
        />
      )}
      <TextField name="places" label="How many places?" width={3} inputMode="numeric" form={form} />
      <DateField
        name="lastDay"
        label="Last day they are kept (optional)"
        hint={`Left blank, they go back to everyone ${counted(page.releaseWorkingDays, "working day")} before the session.`}
        form={form}
      />
      <SubmitButton>Keep these places</SubmitButton>
    </form>
  );
}
