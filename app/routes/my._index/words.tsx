// How "My training" says where a session is and what became of a booking.
import type { BookingState } from "~/domain/bookings/bookings";

export const outcomeInWords: Record<BookingState, string> = {
  confirmed: "Confirmed",
  waiting: "On the waiting list",
  offered: "Held for you until you answer",
  declined: "Turned down",
  expired: "Offer ended",
  cancelled: "Cancelled",
  attended: "Attended",
  "partly attended": "Attended in part",
  "did not attend": "Did not attend",
};

type Placed = {
  mode: "in person" | "online";
  venue: { name: string; address: string; postcode: string } | null;
  joiningLink: string | null;
};

export function whereInWords({ mode, venue, joiningLink }: Placed) {
  if (mode === "online") {
    return joiningLink ? (
      <a className="govuk-link" href={joiningLink}>
        Online: join here
      </a>
    ) : (
      "Online"
    );
  }
  return venue ? `${venue.name}, ${venue.address}, ${venue.postcode}` : "Venue to be confirmed";
}
