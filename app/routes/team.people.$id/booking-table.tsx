// Bookings as rows: what, when, how long, and what became of it.
import { Table } from "~/components/table";
import { duration, plainDate } from "~/shared/format";
import type { MemberPage } from "./route";

type Line = MemberPage["record"][number];

const stateInWords: Record<Line["state"], string> = {
  requested: "A coordinator is looking at it",
  "awaiting approval": "Awaiting approval",
  confirmed: "Confirmed",
  waiting: "On the waiting list",
  offered: "Offered a place",
  declined: "Turned down",
  expired: "Offer ended",
  cancelled: "Cancelled",
  moved: "Moved to another date",
  attended: "Attended",
  "partly attended": "Attended in part",
  "did not attend": "Did not attend",
};

export function BookingTable({ caption, bookings }: { caption: string; bookings: Line[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: "course", heading: "Course" },
        { key: "date", heading: "Date" },
        { key: "length", heading: "Length" },
        { key: "state", heading: "Place" },
      ]}
      rows={bookings.map((booking) => ({
        id: booking.id,
        cells: {
          course: booking.courseTitle,
          date: booking.date ? plainDate(booking.date) : "Not recorded",
          length: duration(booking.minutes),
          state: stateInWords[booking.state],
        },
      }))}
    />
  );
}
