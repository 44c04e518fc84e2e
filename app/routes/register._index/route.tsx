// Creating an account begins with the address: the link sent to it proves that it is theirs.
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
import { enter } from "~/web/enter.server";
import { answerLinkAsked } from "~/web/link-asked.server";
import { paths, safeReturn } from "~/web/paths";
import { wayOn } from "~/web/signed-in-answer.server";
import { listProviders } from "~/web/single-sign-on.server";
import { SingleSignOnButtons } from "~/web/single-sign-on-buttons";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Create an account");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.person) throw redirect(wayOn(to));
    return { to, providers: listProviders(visit.settings) };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, (visit) => answerLinkAsked(visit, args.request));

export default function RegisterPage() {
  const { to, providers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.signIn(to)} text="Sign in instead" />
        <ErrorSummary form={form} order={["email"]} />
        <h1 className="govuk-heading-l">Create an account</h1>
        <p className="govuk-body">
          We send a link to your work address. It often tells us which agency you work for, so you can book at
          once.
        </p>
        <form method="post" action={paths.register(to)} noValidate>
          <EmailField
            name="email"
            label="Work email address"
            hint="Your own, not a shared one: confirmations and calendar entries go there."
            form={form}
          />
          <SubmitButton>Continue</SubmitButton>
        </form>
        {providers.length > 0 && (
          <>
            <h2 className="govuk-heading-m">Or use your work account</h2>
            <SingleSignOnButtons providers={providers} to={to} />
          </>
        )}
      </div>
    </div>
  );
}
