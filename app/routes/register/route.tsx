// Creating an account with a work address.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordField } from "~/components/password-field";
import { Radios } from "~/components/radios";
import { Select } from "~/components/select";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { registration, shortestPassword } from "~/domain/accounts/accounts";
import {
  listAgencies,
  listRoleGroups,
  type RegistrationRefusal,
  registerPerson,
  startAuthSession,
} from "~/domain/accounts/accounts.server";
import { keepSignedIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Create an account");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.person) throw redirect(to === paths.home() ? paths.my() : to);
    return {
      to,
      agencies: listAgencies(visit).map(({ id, name }) => ({ value: id, label: name })),
      roleGroups: listRoleGroups(visit).map(({ id, name, description }) => ({
        value: id,
        label: name,
        hint: description,
      })),
    };
  });

const refusalBeside: Record<RegistrationRefusal, Record<string, string>> = {
  "address in use": { email: "Sign in instead, or enter another address: this one has an account" },
  "no such agency": { agencyId: "Select the agency you work for" },
  "no such kind of work": { roleGroupId: "Select the kind of work you do" },
  "guessable password": { password: "Enter a password that is harder to guess, such as three random words" },
};

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, registration);
    if (!read.ok) return showAgain(read.form);
    const result = await registerPerson(visit, read.value);
    if (!result.ok) return showAgain(formWith(posted, refusalBeside[result.reason]));
    const secret = await startAuthSession(visit, result.value.personId);
    const to = safeReturn(visit.url.searchParams.get("to"));
    throw redirect(to === paths.home() ? paths.my() : to, {
      headers: { "Set-Cookie": await keepSignedIn(secret, visit.settings) },
    });
  });

export default function RegisterPage() {
  const { to, agencies, roleGroups } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.signIn(to)} text="Sign in instead" />
        <ErrorSummary form={form} order={["name", "email", "agencyId", "roleGroupId", "password"]} />
        <h1 className="govuk-heading-l">Create an account</h1>
        <form method="post" action={paths.register(to)} noValidate>
          <TextField name="name" label="Full name" autoComplete="name" spellCheck={false} form={form} />
          <EmailField
            name="email"
            label="Work email address"
            hint="Your own, not a shared one: confirmations and calendar entries go there."
            autoComplete="email"
            form={form}
          />
          <Select
            name="agencyId"
            label="Which agency do you work for?"
            placeholder="Select an agency"
            items={agencies}
            form={form}
          />
          <Radios
            name="roleGroupId"
            label="What kind of work do you do?"
            hint="It tells which training you need."
            items={roleGroups}
            form={form}
          />
          <PasswordField
            name="password"
            label="Password"
            hint={`At least ${shortestPassword} characters. Three random words are a good password.`}
            autoComplete="new-password"
            form={form}
          />
          <SubmitButton>Create account</SubmitButton>
        </form>
      </div>
    </div>
  );
}
