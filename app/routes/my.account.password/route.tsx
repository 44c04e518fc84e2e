// Setting a password, the first or another.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordField } from "~/components/password-field";
import { SubmitButton } from "~/components/submit-button";
import { newPassword, shortestPassword } from "~/domain/accounts/accounts";
import { changePassword, readWaysIn } from "~/domain/accounts/accounts.server";
import { keepSignedIn } from "~/web/cookies.server";
import { askForProof, enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

const titleFor = (hasPassword: boolean) => (hasPassword ? "Change your password" : "Set a password");

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, titleFor(data?.hasPassword ?? true));

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    askForProof(visit);
    return { hasPassword: readWaysIn(visit).hasPassword };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    askForProof(visit);
    const posted = await args.request.formData();
    const read = readForm(posted, z.object({ password: newPassword }));
    if (!read.ok) return showAgain(read.form);
    const changed = await changePassword(visit, {
      password: read.value.password,
      authSessionId: visit.signedIn.authSession.id,
    });
    if (!changed.ok) {
      const advice = "Enter a password that is harder to guess, such as three random words";
      return showAgain(formWith(posted, { password: advice }));
    }
    throw redirect(`${paths.myAccount()}?done=password`, {
      headers: { "Set-Cookie": await keepSignedIn(changed.value.secret, visit.settings) },
    });
  });

export default function YourPassword() {
  const { hasPassword } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myAccount()} text="Your account" />
        <ErrorSummary form={form} order={["password"]} />
        <h1 className="govuk-heading-l">{titleFor(hasPassword)}</h1>
        <p className="govuk-body">You stay signed in here. Everywhere else you are signed out.</p>
        <form method="post" action={paths.myPassword()} noValidate>
          <PasswordField
            name="password"
            label="New password"
            hint={`At least ${shortestPassword} characters. Three random words are a good password.`}
            autoComplete="new-password"
            form={form}
          />
          <SubmitButton>Save password</SubmitButton>
        </form>
      </div>
    </div>
  );
}
