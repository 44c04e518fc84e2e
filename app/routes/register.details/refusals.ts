// Why an account was not made, in words beside the field to put right.
import type { RegistrationRefusal } from "~/domain/accounts/accounts.server";
import type { FormState } from "~/shared/form-state";

export const refusalBeside: Record<RegistrationRefusal, Record<string, string>> = {
  "address in use": { "": "This address has an account by now. Sign in instead" },
  "agency not picked": { agencyId: "Select the agency you work for" },
  "no such kind of work": { roleGroupId: "Select the kind of work you do" },
  "guessable password": { password: "Enter a password that is harder to guess, such as three random words" },
};

/** Told together with the other fields that were left blank, so that nobody is sent back twice. */
export function withAgencyLeftBlank(form: FormState): FormState {
  if (form.values.agencyId) return form;
  return { ...form, errors: { agencyId: ["Select the agency you work for"], ...form.errors } };
}
