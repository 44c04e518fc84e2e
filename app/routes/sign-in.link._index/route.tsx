// Asking for a link by email instead of a password.
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
import { SubmitButton } from "~/components/submit-button";
import { addressForm } from "~/domain/accounts/accounts";
import { requestLink } from "~/domain/accounts/accounts.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { tryLink } from "~/web/sign-in-limits.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Sign in with a link by email");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ to: safeReturn(visit.url.searchParams.get("to")) }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const posted = await args.request.formData();
    const read = readForm(posted, addressForm);
    if (!read.ok) return showAgain(read.form);
    const { email } = read.value;
    const letter = await tryLink(visit, email);
    if (!letter.ok) {
      const advice = `Use the newest link in your email, or wait ${letter.wait} before you ask again`;
      return showAgain(formWith(posted, { email: advice }), 429);
    }
    requestLink(visit, {
      email,
      returnTo: safeReturn(visit.url.searchParams.get("to")),
    });
    throw redirect(paths.linkSent());
  });

export default function AskForLink() {
  const { to } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.signIn(to)} text="Sign in with a password" />
        <ErrorSummary form={form} order={["email"]} />
        <h1 className="govuk-heading-l">Sign in with a link by email</h1>
        <p className="govuk-body">
          We send a link to your address. It works once, within 10 minutes. You can set a password afterwards.
        </p>
        <form method="post" action={paths.askForLink(to)} noValidate>
          <EmailField name="email" label="Work email address" form={form} />
          <SubmitButton>Email me a link</SubmitButton>
        </form>
      </div>
    </div>
  );
}
