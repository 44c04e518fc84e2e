// The second step is on: since when, what is left of the recovery codes, and how to change or end it.
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { counted, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";

export function FactorIsOn(props: {
  on: { since: number; codesLeft: number };
  /** Their role asks for it. */
  must: boolean;
  form: FormState | undefined;
}) {
  const { on, must, form } = props;
  return (
    <>
      <h1 className="govuk-heading-l">Second step</h1>
      <p className="govuk-body">
        It has been on since {plainDateAt(on.since)}. After your password or link you enter a code from your
        app.
      </p>

      <h2 className="govuk-heading-m">Recovery codes</h2>
      <p className="govuk-body">
        You have {on.codesLeft === 0 ? "no recovery codes" : counted(on.codesLeft, "recovery code")} left.
        {on.codesLeft <= 3 && " Make new ones now, so that you can sign in without your phone."}
      </p>
      <form method="post" action={paths.mySecondFactor()} noValidate>
        <SubmitButton name="step" value="codes" variant="secondary">
          Make new recovery codes
        </SubmitButton>
      </form>

      <h2 className="govuk-heading-m">
        {must ? "Use another app or phone" : "Use another app, or turn it off"}
      </h2>
      <form method="post" action={paths.mySecondFactor()} noValidate>
        <TextField
          name="code"
          label="Code from your app, or a recovery code"
          width={20}
          autoComplete="one-time-code"
          spellCheck={false}
          form={form}
        />
        <div className="govuk-button-group">
          <SubmitButton name="step" value="replace">
            Use another app
          </SubmitButton>
          {!must && (
            <SubmitButton name="step" value="turn-off" variant="warning">
              Turn off
            </SubmitButton>
          )}
        </div>
      </form>
      {must && <p className="govuk-body">Your role needs the second step, so it cannot be turned off.</p>}
    </>
  );
}
