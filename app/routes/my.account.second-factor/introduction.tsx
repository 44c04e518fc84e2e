// What a second step is, and how to set one up.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { paths } from "~/web/paths";

export function Introduction({ owing }: { owing: boolean }) {
  return (
    <>
      <h1 className="govuk-heading-l">Set up a second step</h1>
      {owing && (
        <InsetText>
          Your role lets you see other people’s records, so it needs a second step. Nothing else opens until
          you have set it up.
        </InsetText>
      )}
      <p className="govuk-body">
        After your password or link you enter a code from an app on your phone. Whoever learns your password
        still cannot sign in.
      </p>
      <ol className="govuk-list govuk-list--number">
        <li>Install an authenticator app on your phone. Any one will do.</li>
        <li>Show it a picture, or type a key into it.</li>
        <li>Enter the six digits that it shows.</li>
      </ol>
      <form method="post" action={paths.mySecondFactor()} noValidate>
        <SubmitButton name="step" value="begin">
          Start
        </SubmitButton>
      </form>
    </>
  );
}
