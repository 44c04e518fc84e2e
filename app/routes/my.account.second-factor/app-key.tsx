// The key for the app, as a picture and as letters, and the first code that it shows.
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { ShownKey } from "./app-key.server";

export function AppKey(props: {
  heading: string;
  appKey: ShownKey;
  /** The new key, where one is being replaced. */
  sealed?: string;
  form: FormState | undefined;
}) {
  const { heading, appKey, sealed, form } = props;
  return (
    <>
      <h1 className="govuk-heading-l">{heading}</h1>
      <h2 className="govuk-heading-m">1. Open your authenticator app</h2>
      <p className="govuk-body">Choose to add an account. You need an app for “one-time codes”.</p>
      <h2 className="govuk-heading-m">2. Show it this picture</h2>
      <p>
        <img
          src={appKey.qrCode}
          width="240"
          height="240"
          alt="QR code for your app. The key below says the same."
        />
      </p>
      <p className="govuk-body">
        Or type this key: <code className="app-line">{appKey.letters}</code>
      </p>
      <h2 className="govuk-heading-m">3. Enter the code that it shows</h2>
      <form method="post" action={paths.mySecondFactor()} noValidate>
        {sealed !== undefined && <input type="hidden" name="sealed" value={sealed} />}
        <TextField
          name="code"
          label="Code from your app"
          hint="Six digits. They change every 30 seconds."
          width={10}
          autoComplete="one-time-code"
          inputMode="numeric"
          spellCheck={false}
          form={form}
        />
        <SubmitButton name="step" value={sealed === undefined ? "confirm" : "finish-replacing"}>
          Continue
        </SubmitButton>
      </form>
    </>
  );
}
