// A session as it stands in a list: when, how and where, places, boards.
import { BoardMark } from "~/components/board-mark";
import { ResultItem } from "~/components/result-list";
import { Tag } from "~/components/tag";
import type { BoardMark as Board } from "~/domain/catalogue/catalogue";
import { counted, longDate, timeRange } from "~/shared/format";
import { paths } from "./paths";

type Listed = {
  id: string;
  mode: "in person" | "online";
  venueName: string | null;
  dates: { date: string; startTime: string; endTime: string }[];
  placesLeft: number;
  waiting: number;
  bookingClosed: boolean;
};

export function SessionResult({
  session,
  title,
  boards,
}: {
  session: Listed;
  title: string;
  boards: Board[];
}) {
  return (
    <ResultItem
      title={title}
      href={paths.session(session.id)}
      tag={exceptionOf(session)}
      facts={[
        { label: "When", value: <SessionDates dates={session.dates} /> },
        { label: "Where", value: placeOf(session) },
        { label: "Places", value: placesInWords(session) },
        { label: "Boards", value: <Boards boards={boards} /> },
      ]}
    />
  );
}

export function SessionDates({ dates }: { dates: Listed["dates"] }) {
  return (
    <>
      {dates.map((meeting) => (
        <span key={`${meeting.date} ${meeting.startTime}`} className="app-line">
          {longDate(meeting.date)}, {timeRange(meeting.startTime, meeting.endTime)}
        </span>
      ))}
    </>
  );
}

export function Boards({ boards, short = true }: { boards: Board[]; short?: boolean }) {
  return (
    <>
      {boards.map((board) => (
        <BoardMark key={board.code} {...board} short={short} />
      ))}
    </>
  );
}

export const placeOf = (session: Pick<Listed, "mode" | "venueName">) =>
  session.mode === "online" ? "Online" : (session.venueName ?? "Venue to be confirmed");

export function placesInWords(session: Pick<Listed, "placesLeft" | "waiting" | "bookingClosed">): string {
  if (session.bookingClosed) return "Booking has closed";
  if (session.placesLeft > 0) return `${counted(session.placesLeft, "place")} left`;
  return session.waiting > 0 ? `Full, ${counted(session.waiting, "person", "people")} waiting` : "Full";
}

/** A tag only for the exception. */
function exceptionOf(session: Pick<Listed, "placesLeft" | "bookingClosed">) {
  if (session.bookingClosed) return <Tag colour="grey">Booking closed</Tag>;
  return session.placesLeft === 0 ? <Tag colour="orange">Full</Tag> : undefined;
}
