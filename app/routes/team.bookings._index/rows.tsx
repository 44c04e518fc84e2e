// Bookings as rows, each with what a lead can do about it.
import { Table } from "~/components/table";
import type { TeamBooking } from "~/domain/bookings/bookings.server";
import { plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { stateToComeInWords } from "~/web/team-words";

export function Rows({ bookings }: { bookings: TeamBooking[] }) {
  return (
    <Table
      caption="The soonest first"
      captionSize="s"
      columns={[
        { key: "who", heading: "Person" },
        { key: "course", heading: "Course" },
        { key: "when", heading: "Date" },
        { key: "state", heading: "Place" },
        { key: "action", heading: "Action", headingHidden: true },
      ]}
      rows={bookings.map((booking) => ({
        id: booking.id,
        cells: {
          who: (
            <a className="govuk-link" href={paths.teamPerson(booking.personId)}>
              <bdi>{booking.personName}</bdi>
            </a>
          ),
          course: (
            <a className="govuk-link" href={paths.session(booking.sessionId)}>
              {booking.courseTitle}
            </a>
          ),
          when: (
            <>
              <span className="app-line">{plainDateAt(booking.startsAt)}</span>
              <span className="app-line">{booking.where}</span>
            </>
          ),
          state: stateToComeInWords[booking.state],
          action: <Actions booking={booking} />,
        },
      }))}
    />
  );
}

function Actions({ booking }: { booking: TeamBooking }) {
  const whose = `: ${booking.personName}, ${booking.courseTitle}`;
  return (
    <>
      {booking.state === "confirmed" && (
        <a className="govuk-link app-line" href={paths.teamSubstitute(booking.id)}>
          Give to a colleague<span className="govuk-visually-hidden">{whose}</span>
        </a>
      )}
      <a className="govuk-link app-line" href={paths.cancellation(booking.id)}>
        Cancel<span className="govuk-visually-hidden">{whose}</span>
      </a>
    </>
  );
}
