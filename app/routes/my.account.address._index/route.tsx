// Asking for another email address: a link goes to it, and nothing changes before it is used.
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
import { requestAddressChange } from "~/domain/accounts/accounts.server";
import { askForProof, enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { tryAddress } from "~/web/sign-in-limits.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, data?.sent ? "Check your email" : "Change your email address");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const sent = visit.url.searchParams.get("sent") === "1";
    if (!sent) askForProof(visit);
    return { email: visit.person.email, sent };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    askForProof(visit);
    const posted = await args.request.formData();
    const read = readForm(posted, addressForm);
    if (!read.ok) return showAgain(read.form);
    const { email } = read.value;
    const letter = await tryAddress(visit, visit.person.id, email);
    if (!letter.ok) {
      const advice = `Use the newest link in your email, or wait ${letter.wait} before you ask again`;
      return showAgain(formWith(posted, { email: advice }), 429);
    }
    const asked = requestAddressChange(visit, { email, returnTo: paths.myAccount() });
    if (!asked.ok) return showAgain(formWith(posted, { email: "Enter another address: this is yours now" }));
    throw redirect(`${paths.myAddress()}?sent=1`);
  });

export default function YourAddress() {
  const { email, sent } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.myAccount()} text="Your account" />
        {sent && !form ? (
          <LinkSent />
        ) : (
          <>
            <ErrorSummary form={form} order={["email"]} />
            <h1 className="govuk-heading-l">Change your email address</h1>
            <p className="govuk-body">
              Your address is <strong>{email}</strong>. We send a link to the new one. Nothing changes before
              you use it.
            </p>
            <form method="post" action={paths.myAddress()} noValidate>
              <EmailField name="email" label="New work email address" form={form} />
              <SubmitButton>Email me a link</SubmitButton>
            </form>
          </>
        )}
      </div>
    </div>
  );
}

function LinkSent() {
  return (
    <>
      <h1 className="govuk-heading-l">Check your email</h1>
      <p className="govuk-body">
        We have sent a link to your new address. Open it in this browser, within 10 minutes.
      </p>
      <p className="govuk-body">
        Nothing there? Look in your junk mail, or{" "}
        <a className="govuk-link" href={paths.myAddress()}>
          enter the address again
        </a>
        . Only the newest link works.
      </p>
    </>
  );
}
