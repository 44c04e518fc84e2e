// Everyone who has a place or had one, with where they are from and since when it stands so.
import { EmptyState } from "~/components/empty-state";
import { Table } from "~/components/table";
import { Tag, type TagColour } from "~/components/tag";
import type { BookingState } from "~/domain/bookings/bookings";
import { plainDateAt, timeLeft } from "~/shared/format";
import { paths } from "~/web/paths";
import type { ManagedPage } from "./route";

type Booking = ManagedPage["bookings"][number];

const stateInWords: Record<BookingState, string> = {
  requested: "To be looked at",
  "awaiting approval": "Awaiting approval",
  confirmed: "Has a place",
  waiting: "Waiting",
  offered: "Offered a place",
  declined: "Declined",
  expired: "Offer over",
  cancelled: "Cancelled",
  moved: "Moved to another date",
  attended: "Attended",
  "partly attended": "Attended in part",
  "did not attend": "Did not attend",
};

/** Only the exceptions have a colour. */
const stateColours: Partial<Record<BookingState, TagColour>> = {
  requested: "yellow",
  "awaiting approval": "yellow",
  moved: "grey",
  offered: "yellow",
  declined: "grey",
  expired: "grey",
  cancelled: "grey",
  "did not attend": "orange",
};

const isOver = ({ state }: Booking) =>
  state === "cancelled" || state === "declined" || state === "expired" || state === "moved";

export function Bookings({ page }: { page: ManagedPage }) {
  const booked = page.bookings.filter((booking) => booking.state !== "waiting");
  // Those who are no longer coming stand last.
  const shown = [...booked.filter((booking) => !isOver(booking)), ...booked.filter(isOver)];
  return (
    <section id="bookings">
      {shown.length === 0 ? (
        <EmptyState title="Nobody has booked" text="Bookings show here as soon as they are made." />
      ) : (
        <Table
          caption="Bookings"
          dense
          columns={[
            { key: "name", heading: "Name" },
            { key: "agency", heading: "Agency" },
            { key: "state", heading: "State" },
            { key: "since", heading: "Since" },
            { key: "reference", heading: "Reference" },
          ]}
          rows={shown.map((booking) => ({
            id: booking.id,
            cells: {
              name: (
                <>
                  <a className="govuk-link" href={paths.manageBooking(booking.id)}>
                    {booking.personName}
                  </a>
                  {booking.unreached && !isOver(booking) && (
                    <span className="app-line">
                      <Tag colour="orange">Email comes back</Tag>
                    </span>
                  )}
                </>
              ),
              agency: booking.agencyName,
              state: <State booking={booking} now={page.now} />,
              since: plainDateAt(booking.since),
              reference: booking.reference,
            },
          }))}
        />
      )}
      <p className="govuk-body">
        {page.session.status === "published" && (
          <>
            <a className="govuk-link" href={paths.manageBookFor(page.session.id)}>
              Book for someone
            </a>
            {". "}
          </>
        )}
        <a className="govuk-link" href={paths.managePlaces(page.session.id)}>
          Keep places for an agency
        </a>
      </p>
    </section>
  );
}

function State({ booking, now }: { booking: Booking; now: number }) {
  const words = stateInWords[booking.state];
  const colour = stateColours[booking.state];
  const { offerEndsAt } = booking;
  return (
    <>
      {colour ? <Tag colour={colour}>{words}</Tag> : words}
      {offerEndsAt !== null && offerEndsAt > now && <> {timeLeft(now, offerEndsAt)} left</>}
    </>
  );
}
