// What may be done with a booking: move it, or give it up.
import { ButtonLink } from "~/components/button-link";
import { paths } from "~/web/paths";
import type { BookingPage } from "./page-data.server";

export function WaysOut({ booking }: Pick<BookingPage, "booking">) {
  if (!booking.mayCancel && !booking.mayMove) return null;
  return (
    <div className="govuk-button-group">
      {booking.mayMove && (
        <ButtonLink href={paths.moveBooking(booking.id)} variant="secondary">
          Move to another date
        </ButtonLink>
      )}
      {booking.mayCancel && (
        <ButtonLink href={paths.cancellation(booking.id)} variant="secondary">
          {booking.state === "waiting"
            ? "Leave the waiting list"
            : booking.state === "confirmed"
              ? "Cancel this booking"
              : "Withdraw this booking"}
        </ButtonLink>
      )}
    </div>
  );
}
