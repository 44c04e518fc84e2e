// What somebody who joins is asked; everything but the name, the agency and the kind of work may stay blank.
import { PasswordField } from "~/components/password-field";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { TextField } from "~/components/text-field";
import { shortestPassword } from "~/domain/accounts/accounts";
import type { FormState } from "~/shared/form-state";
import { NeedsFields, WorkFields } from "~/web/details-fields";

export const fieldOrder = [
  "name",
  "agencyId",
  "roleGroupId",
  "team",
  "lineManagerEmail",
  "accessNeeds",
  "dietaryNeeds",
  "password",
];

type Choice = { value: string; label: string };

export function DetailsForm(props: {
  name: string | null;
  agencyName: string | null;
  agencies: Choice[];
  roleGroups: (Choice & { hint: string })[];
  asksPassword: boolean;
  form: FormState | undefined;
}) {
  const { form } = props;
  return (
    <>
      <TextField
        name="name"
        label="Full name"
        initial={props.name ?? undefined}
        autoComplete="name"
        spellCheck={false}
        form={form}
      />
      {props.agencyName === null && (
        <Select
          name="agencyId"
          label="Which agency do you work for?"
          hint="Your address does not tell us, so someone there confirms it before you can book."
          placeholder="Select an agency"
          items={props.agencies}
          form={form}
        />
      )}
      <Radios
        name="roleGroupId"
        label="What kind of work do you do?"
        hint="It tells which training you need."
        items={props.roleGroups}
        form={form}
      />
      <WorkFields form={form} />
      <NeedsFields form={form} />
      {props.asksPassword && (
        <PasswordField
          name="password"
          label="Password (optional)"
          hint={`At least ${shortestPassword} characters. Three random words are a good password. Without one, we email you a link whenever you sign in.`}
          autoComplete="new-password"
          form={form}
        />
      )}
    </>
  );
}
