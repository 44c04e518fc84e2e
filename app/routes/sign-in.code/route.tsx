// The second step of signing in, for those who have set one up: a code from their app, or a recovery code.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Details } from "~/components/details";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { codeForm } from "~/domain/accounts/accounts";
import { giveSecondFactor } from "~/domain/accounts/accounts.server";
import { logSignIn } from "~/log.server";
import { enter } from "~/web/enter.server";
import { formWith, readForm, showAgain } from "~/web/forms.server";
import { paths, safeReturn } from "~/web/paths";
import { tryCode } from "~/web/sign-in-limits.server";
import { answerSignedIn, wayOn } from "~/web/signed-in-answer.server";
import { pageTitle } from "~/web/title";

export const handle = { access: "half signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Enter your code");

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, (visit) => {
    const to = safeReturn(visit.url.searchParams.get("to"));
    if (visit.signedIn.owes !== "code") throw redirect(wayOn(to));
    return { to };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    const to = visit.url.searchParams.get("to");
    if (visit.signedIn.owes !== "code") throw redirect(wayOn(to));
    const posted = await args.request.formData();
    const read = readForm(posted, codeForm);
    if (!read.ok) return showAgain(read.form);
    const { person, signedIn, settings } = visit;
    const guess = await tryCode(visit, person.id);
    if (!guess.ok) {
      return showAgain(formWith(posted, { code: `Too many tries. Wait ${guess.wait}` }), 429);
    }
    const given = giveSecondFactor(visit, {
      personId: person.id,
      authSessionId: signedIn.authSession.id,
      code: read.value.code,
      secret: settings.secret,
    });
    logSignIn(args, { by: "code", refused: given.ok ? null : given.reason });
    if (!given.ok) {
      return showAgain(
        formWith(posted, {
          code: "Enter the code that your app shows now. Each code works once; wait for the next one",
        }),
      );
    }
    await guess.wentWell();
    throw await answerSignedIn(visit, args.request, { secret: given.value.secret, email: person.email, to });
  });

export default function EnterCode() {
  const { to } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary form={form} order={["code"]} />
        <h1 className="govuk-heading-l">Enter your code</h1>
        <form method="post" action={paths.signInCode(to)} noValidate>
          <TextField
            name="code"
            label="Code from your authenticator app"
            hint="Six digits. They change every 30 seconds."
            width={10}
            autoComplete="one-time-code"
            inputMode="text"
            spellCheck={false}
            form={form}
          />
          <SubmitButton>Continue</SubmitButton>
        </form>
        <Details summary="I do not have my app with me">
          <p className="govuk-body">
            Enter one of your recovery codes instead. Each works once. Without any, contact us: the address is
            at the foot of this page. We can reset your second step once we are sure who you are.
          </p>
        </Details>
        <form method="post" action={paths.signOut()} noValidate>
          <SubmitButton variant="secondary">Sign out</SubmitButton>
        </form>
      </div>
    </div>
  );
}
