// Signing in with a password, a link by email or single sign-on; then on to where the person was going.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordField } from "~/components/password-field";
import { SubmitButton } from "~/components/submit-button";
import { signInForm } from "~/domain/accounts/accounts";
import { signIn } from "~/domain/accounts/accounts.server";
import { logSignIn } from "~/log.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { tryPassword } from "~/web/sign-in-limits.server";
import { answerSignedIn, deviceOf, wayOn } from "~/web/signed-in-answer.server";
import { listProviders } from "~/web/single-sign-on.server";
import { SingleSignOnButtons } from "~/web/single-sign-on-buttons";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Sign in");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.person) throw redirect(wayOn(to));
    return { to, providers: listProviders(visit.settings) };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, signInForm);
    if (!read.ok) return showAgain(read.form);
    const { email, password } = read.value;
    const guess = await tryPassword(visit, args.request, email);
    if (!guess.ok) {
      logSignIn(args, { by: "password", refused: "too many tries", email });
      const advice = `Too many tries. Wait ${guess.wait}, or have a link emailed to you`;
      return showAgain(formWith(posted, { password: advice }), 429);
    }
    const result = await signIn(visit, { email, password, device: deviceOf(args.request) });
    logSignIn(args, { by: "password", refused: result.ok ? null : result.reason, email });
    if (!result.ok) {
      return showAgain(
        formWith(posted, { email: "Enter the address and password that you registered with" }),
      );
    }
    await guess.wentWell();
    const to = visit.url.searchParams.get("to");
    throw await answerSignedIn(visit, args.request, { secret: result.value.secret, email, to });
  });

export default function SignInPage() {
  const { to, providers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary form={form} order={["email", "password"]} />
        <h1 className="govuk-heading-l">Sign in</h1>
        {providers.length > 0 && (
          <>
            <h2 className="govuk-heading-m">With your work account</h2>
            <SingleSignOnButtons providers={providers} to={to} />
            <h2 className="govuk-heading-m">With a password</h2>
          </>
        )}
        <form method="post" action={paths.signIn(to)} noValidate>
          <EmailField name="email" label="Work email address" autoComplete="username" form={form} />
          <PasswordField name="password" label="Password" autoComplete="current-password" form={form} />
          <SubmitButton>Sign in</SubmitButton>
        </form>
        <h2 className="govuk-heading-m">No password, or forgotten it?</h2>
        <p className="govuk-body">We can email you a link that signs you in.</p>
        <ButtonLink href={paths.askForLink(to)} variant="secondary">
          Email me a link
        </ButtonLink>
        <h2 className="govuk-heading-m">First time here?</h2>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.register(to)}>
            Create an account
          </a>{" "}
          with your work email address. It takes two minutes.
        </p>
      </div>
    </div>
  );
}
