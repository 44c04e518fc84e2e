// The second step of signing in: set up, moved to another app, given new recovery codes, or turned off. It opens to
// those who have yet to set theirs up as well, and to nobody who has yet to give their code.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { SubmitButton } from "~/components/submit-button";
import { mustHaveSecondFactor, readKeyToSetUp, readWaysIn } from "~/domain/accounts/accounts.server";
import { askForProof, enter, type SignedInVisit } from "~/web/enter.server";
import { paths } from "~/web/paths";
import { pageTitle } from "~/web/title";
import { AppKey } from "./app-key";
import { appKeyFor, keyMeansOf } from "./app-key.server";
import { FactorIsOn } from "./factor-is-on";
import { Introduction } from "./introduction";
import { RecoveryCodes } from "./recovery-codes";
import { takeStep } from "./steps.server";

export const handle = { access: "half signed in" } as const;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "Second step");

/** @throws Response to the page where what is owed first is given */
function letIn(visit: SignedInVisit): void {
  // Whoever has the password and not the app must not get past the app here.
  if (visit.signedIn.owes === "code") throw redirect(paths.signInCode(visit.url.pathname));
  if (visit.signedIn.owes === null) askForProof(visit);
}

export const loader = (args: LoaderFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    letIn(visit);
    const { secondFactorSince, recoveryCodesLeft } = readWaysIn(visit);
    const key = readKeyToSetUp(visit, keyMeansOf(visit));
    return {
      owing: visit.signedIn.owes === "set up",
      must: mustHaveSecondFactor(visit),
      on: secondFactorSince === null ? null : { since: secondFactorSince, codesLeft: recoveryCodesLeft },
      app: key === null ? null : await appKeyFor(visit, key),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  enter(args, handle.access, async (visit) => {
    letIn(visit);
    return takeStep(visit, await args.request.formData());
  });

export default function SecondStep() {
  const { owing, must, on, app } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form = sent?.form;
  if (sent?.shown) return <RecoveryCodes {...sent.shown} onward={owing ? paths.my() : paths.myAccount()} />;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        {!owing && <BackLink href={paths.myAccount()} text="Your account" />}
        <ErrorSummary form={form} order={["code"]} />
        {sent?.replacing ? (
          <AppKey heading="Set up your other app" {...sent.replacing} form={form} />
        ) : on ? (
          <FactorIsOn on={on} must={must} form={form} />
        ) : app ? (
          <AppKey heading="Set up your authenticator app" appKey={app} form={form} />
        ) : (
          <Introduction owing={owing} />
        )}
        {owing && (
          <form method="post" action={paths.signOut()} noValidate>
            <SubmitButton variant="secondary">Sign out</SubmitButton>
          </form>
        )}
      </div>
    </div>
  );
}
