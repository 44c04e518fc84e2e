// A colleague takes the place.
import { Details } from "~/components/details";
import { EmailField } from "~/components/email-field";
import { SubmitButton } from "~/components/submit-button";
import type { FormState } from "~/shared/form-state";
import { paths } from "~/web/paths";
import type { RecordPage } from "./route";

export function Substituting({ page, form }: { page: RecordPage; form?: FormState }) {
  const { booking } = page;
  if (!page.toCome || booking.state !== "confirmed") return null;
  return (
    <Details summary="Give the place to a colleague" open={form !== undefined}>
      <form method="post" action={paths.manageBooking(booking.id)} noValidate>
        <EmailField
          name="email"
          label="The colleague’s email address"
          hint="Somebody of the same agency who has done what the course asks for first. Nothing is charged."
          autoComplete="off"
          form={form}
        />
        <SubmitButton name="intent" value="substitute" variant="secondary">
          Give them the place
        </SubmitButton>
      </form>
    </Details>
  );
}
