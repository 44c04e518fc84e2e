// Whose roles let nothing open without a second step, and how many would have to set one up.
import { Checkboxes } from "~/components/checkboxes";
import type { FormState } from "~/shared/form-state";
import { counted } from "~/shared/format";
import { givenRoles, roleInWords } from "~/web/people-words";
import type { SettingsPage } from "./route";

type SecondStepProps = Pick<SettingsPage, "settings" | "holders"> & { form?: FormState };

export function SecondStep({ settings, holders, form }: SecondStepProps) {
  return (
    <Checkboxes
      name="secondFactorRoles"
      label="Who must have a second step to sign in"
      hint="Everyone may set one up. Those you tick and who have none set one up at their next page, before anything else opens."
      small
      initial={settings.secondFactorRoles}
      items={givenRoles.map((role) => ({
        value: role,
        label: roleInWords[role],
        hint: holdersInWords(holders.find((one) => one.role === role)),
      }))}
      form={form}
    />
  );
}

function holdersInWords(holding: SettingsPage["holders"][number] | undefined): string {
  if (!holding) return "Nobody holds it";
  const { people, without } = holding;
  if (without === 0) return `${counted(people, "person", "people")}: all have one`;
  return `${counted(people, "person", "people")}: ${without} ${without === 1 ? "has" : "have"} none`;
}
