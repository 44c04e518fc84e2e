// An email of ours was called unwanted, so only what is needed goes there; perhaps it was a slip.
import { InsetText } from "~/components/inset-text";
import { SubmitButton } from "~/components/submit-button";
import { paths } from "~/web/paths";

export function Unwanted() {
  return (
    <InsetText>
      <p className="govuk-body">
        One of our emails was marked as unwanted at your address. So we send you only what you need for your
        bookings and your account.
      </p>
      <form method="post" action={paths.myMessages()} noValidate>
        <SubmitButton name="intent" value="works" variant="secondary">
          Send me all emails again
        </SubmitButton>
      </form>
    </InsetText>
  );
}
