// Proving again who one is, before a change to how one signs in.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button-link";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordField } from "~/components/password-field";
import { SubmitButton } from "~/components/submit-button";
import { passwordForm } from "~/domain/accounts/accounts";
import { proveAgain } from "~/domain/accounts/accounts.server";
import { logSignIn } from "~/log.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { tryPassword } from "~/web/sign-in-limits.server";
import { answerSignedIn } from "~/web/signed-in-answer.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Confirm that it is you");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.signedIn.provedLately) throw redirect(to);
    return { to };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.signedIn.provedLately) throw redirect(to);
    const posted = await args.request.formData();
    const read = readForm(posted, passwordForm);
    if (!read.ok) return showAgain(read.form);
    const { person, signedIn } = visit;
    const guess = await tryPassword(visit, args.request, person.email);
    if (!guess.ok) {
      return showAgain(formWith(posted, { password: `Too many tries. Wait ${guess.wait}` }), 429);
    }
    const proved = await proveAgain(visit, {
      personId: person.id,
      email: person.email,
      authSessionId: signedIn.authSession.id,
      password: read.value.password,
    });
    logSignIn(args, { by: "password", refused: proved.ok ? null : proved.reason });
    if (!proved.ok) return showAgain(formWith(posted, { password: "Enter your current password" }));
    await guess.wentWell();
    throw await answerSignedIn(visit, args.request, { secret: proved.value.secret, email: person.email, to });
  });

export default function ConfirmItIsYou() {
  const { to } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myAccount()} text="Back to your account" />
        <ErrorSummary form={form} order={["password"]} />
        <h1 className="govuk-heading-l">Confirm that it is you</h1>
        <p className="govuk-body">We ask again before a change to how you sign in.</p>
        <form method="post" action={paths.signInAgain(to)} noValidate>
          <PasswordField name="password" label="Password" autoComplete="current-password" form={form} />
          <SubmitButton>Continue</SubmitButton>
        </form>
        <h2 className="govuk-heading-m">No password?</h2>
        <p className="govuk-body">Sign in anew with a link by email. It brings you back to the change.</p>
        <ButtonLink href={paths.askForLink(to)} variant="secondary">
          Email me a link
        </ButtonLink>
      </div>
    </div>
  );
}
