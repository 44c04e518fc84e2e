// What they are booked on, and their training in short.
import { Table } from "~/components/table";
import { counted, longDate, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { PersonPage } from "./route";

const stateInWords: Record<string, string> = {
  confirmed: "Confirmed",
  waiting: "On the waiting list",
  offered: "Offered a place",
};

export function Training({ page: { training, may, person } }: { page: PersonPage }) {
  const { next, attended, lastAttended, missed } = training;
  return (
    <section id="training">
      <h2 className="govuk-heading-m">Training</h2>
      {next.length === 0 ? (
        <p className="govuk-body">They have no bookings to come.</p>
      ) : (
        <Table
          caption="Bookings to come"
          captionSize="s"
          dense
          columns={[
            { key: "course", heading: "Course" },
            { key: "date", heading: "Date" },
            { key: "state", heading: "Place" },
          ]}
          rows={next.map((booking) => ({
            id: booking.id,
            cells: {
              course: may.openBookings ? (
                <a className="govuk-link" href={paths.booking(booking.id)}>
                  {booking.courseTitle}
                </a>
              ) : (
                booking.courseTitle
              ),
              date: booking.date ? longDate(booking.date) : "",
              state: stateInWords[booking.state],
            },
          }))}
        />
      )}
      {person.disabledAt !== null && next.length > 0 && (
        <p className="govuk-body">
          They have left, and {next.length === 1 ? "this booking stays" : "these bookings stay"} until a
          coordinator cancels {next.length === 1 ? "it" : "them"}.
        </p>
      )}
      <p className="govuk-body">
        {attended === 0
          ? "They have not attended a session here."
          : `They have attended ${counted(attended, "session")}${lastAttended ? `, the last on ${plainDate(lastAttended)}` : ""}.`}
        {missed > 0 && ` They did not attend ${counted(missed, "session")}.`}
      </p>
    </section>
  );
}
