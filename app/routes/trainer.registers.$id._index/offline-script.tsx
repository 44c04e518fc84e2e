// The script of the register: it keeps marks on the phone while there is no signal. Without it the form does the same work.
import { paths } from "~/web/paths";
import type { RegisterPage } from "./route";

/** What the script has to say, and its buttons; hidden until it says something. */
export function OfflineScript({ page }: { page: RegisterPage }) {
  return (
    <>
      <div className="app-unsent">
        <p className="govuk-body app-unsent__words" id="unsent-words" role="status" />
        <p className="govuk-body" id="unsent-sign-in" hidden>
          <a className="govuk-link" href={paths.signIn(paths.trainerRegister(page.meeting.id))}>
            Sign in again
          </a>
        </p>
        <div id="unsent-send" hidden>
          <button type="button" className="govuk-button govuk-button--secondary">
            Try to send now
          </button>
        </div>
        <div id="unsent-forget" hidden>
          <button type="button" className="govuk-button govuk-button--warning">
            Remove them from this phone
          </button>
        </div>
      </div>
      <script type="module" src="/trainer/registers/register.js" />
    </>
  );
}
