// Signing in with a password, then on to where the person was going.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordField } from "~/components/password-field";
import { SubmitButton } from "~/components/submit-button";
import { signInForm } from "~/domain/accounts/accounts";
import { signIn } from "~/domain/accounts/accounts.server";
import { keepSignedIn } from "~/web/cookies.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Sign in");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.person) throw redirect(to === paths.home() ? paths.my() : to);
    return { to };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, signInForm);
    if (!read.ok) return showAgain(read.form);
    const result = await signIn(visit, read.value);
    if (!result.ok) {
      return showAgain(
        formWith(posted, { email: "Enter the address and password that you registered with" }),
      );
    }
    const to = safeReturn(visit.url.searchParams.get("to"));
    throw redirect(to === paths.home() ? paths.my() : to, {
      headers: { "Set-Cookie": await keepSignedIn(result.value.secret, visit.settings) },
    });
  });

export default function SignInPage() {
  const { to } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary form={form} order={["email", "password"]} />
        <h1 className="govuk-heading-l">Sign in</h1>
        <form method="post" action={paths.signIn(to)} noValidate>
          <EmailField name="email" label="Work email address" autoComplete="username" form={form} />
          <PasswordField name="password" label="Password" autoComplete="current-password" form={form} />
          <SubmitButton>Sign in</SubmitButton>
        </form>
        <h2 className="govuk-heading-m">First time here?</h2>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.register(to === paths.home() ? undefined : to)}>
            Create an account
          </a>{" "}
          with your work email address. It takes two minutes.
        </p>
      </div>
    </div>
  );
}
