// What a person has had a place in, and what became of it.
import { Table } from "~/components/table";
import { duration, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import type { MyTraining } from "./route";
import { outcomeInWords } from "./words";

export function Record({ record }: Pick<MyTraining, "record">) {
  if (record.length === 0) {
    return (
      <p className="govuk-body">Nothing yet. Sessions appear here once the trainer has taken the register.</p>
    );
  }
  return (
    <Table
      caption="Sessions you have had a place in"
      captionSize="hidden"
      columns={[
        { key: "course", heading: "Course" },
        { key: "date", heading: "Date" },
        { key: "length", heading: "Length" },
        { key: "outcome", heading: "Attendance" },
      ]}
      rows={record.map((booking) => ({
        id: booking.id,
        cells: {
          course: (
            <a className="govuk-link" href={paths.booking(booking.id)}>
              {booking.courseTitle}
            </a>
          ),
          date: booking.meetings[0] ? plainDate(booking.meetings[0].date) : "Not recorded",
          length: duration(booking.minutes),
          outcome: outcomeInWords[booking.state],
        },
      }))}
    />
  );
}
