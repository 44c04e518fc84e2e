// First of all on the page of a session that does not take place: that it does not, and where to look instead.
import { ButtonLink } from "~/components/button-link";
import { WarningText } from "~/components/warning-text";
import { paths } from "~/web/paths";

export function Cancelled({ courseSlug, bookingId }: { courseSlug: string; bookingId: string | null }) {
  return (
    <>
      <WarningText>This session has been cancelled. It does not take place.</WarningText>
      {bookingId && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.booking(bookingId)}>
            See your booking
          </a>
        </p>
      )}
      <ButtonLink href={paths.course(courseSlug)}>See other dates</ButtonLink>
    </>
  );
}
