// Asking for a link by email instead of a password.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { EmailField } from "~/components/email-field";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { enter } from "~/web/enter.server";
import { answerLinkAsked } from "~/web/link-asked.server";
import { paths, safeReturn } from "~/web/paths";
import { pageTitle } from "~/web/title";

export const handle = { access: "public" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, "Sign in with a link by email");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => ({ to: safeReturn(visit.url.searchParams.get("to")) }));

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, (visit) => answerLinkAsked(visit, args.request));

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
