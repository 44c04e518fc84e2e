// The next session that somebody has a place in, waits for, or has asked for.
import type { NextBooking as Next } from "~/domain/bookings/bookings.server";
import { plainDate } from "~/shared/format";
import { stateToComeInWords } from "~/web/team-words";

export function NextBooking({ next }: { next: Next | null }) {
  if (!next) return <>Nothing booked</>;
  return (
    <>
      <span className="app-line">{next.courseTitle}</span>
      <span className="app-line">{next.date && plainDate(next.date)}</span>
      {next.state !== "confirmed" && <span className="app-line">{stateToComeInWords[next.state]}</span>}
      {next.more > 0 && <span className="app-line">and {next.more} more</span>}
    </>
  );
}
