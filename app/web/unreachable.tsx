// Mail to this person came back: they are told on every page, with what to do.
import { NotificationBanner } from "~/components/notification-banner";
import { SubmitButton } from "~/components/submit-button";
import { plainDateAt } from "~/shared/format";
import { paths } from "./paths";

/** @param since when a letter came back, in milliseconds since 1970 */
export function Unreachable({ email, since }: { email: string; since: number }) {
  return (
    <NotificationBanner kind="information" text={`We cannot reach you at ${email}.`}>
      <p className="govuk-body">
        An email to you came back on {plainDateAt(since)}. You may miss changes to your training.
      </p>
      <p className="govuk-body">
        <a className="govuk-notification-banner__link" href={paths.myAddress()}>
          Change your email address
        </a>
      </p>
      <form method="post" action={paths.myMessages()} noValidate>
        <SubmitButton name="intent" value="works" variant="secondary">
          This address works again
        </SubmitButton>
      </form>
    </NotificationBanner>
  );
}
