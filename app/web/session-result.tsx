// A session as it stands in a list: when, how and where, places, boards.
import { BoardMark } from "~/components/board-mark";
import { ResultItem } from "~/components/result-list";
import { Tag } from "~/components/tag";
import type { BoardMark as Board } from "~/domain/catalogue/catalogue";
import { type SessionMode, whereInWords } from "~/domain/sessions/sessions";
import { counted, longDate, longDateTimeAt, timeRange } from "~/shared/format";
import { paths } from "./paths";

type Listed = {
  id: string;
  mode: SessionMode;
  venueName: string | null;
  dates: { date: string; startTime: string; endTime: string }[];
  placesLeft: number;
  leftInRoom: number;
  leftOnline: number;
  waiting: number;
  /** When booking opens, where that is still to come. */
  opensAt: number | null;
  bookingClosed: boolean;
};

type Places = Pick<
  Listed,
  "mode" | "placesLeft" | "leftInRoom" | "leftOnline" | "waiting" | "opensAt" | "bookingClosed"
>;

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

export const placeOf = whereInWords;

export function placesInWords(session: Places): string {
  if (session.bookingClosed) return "Booking has closed";
  if (session.opensAt !== null) return `Booking opens on ${longDateTimeAt(session.opensAt)}`;
  if (session.placesLeft > 0) return `${counted(session.placesLeft, "place")} left${whereLeft(session)}`;
  return session.waiting > 0 ? `Full, ${counted(session.waiting, "person", "people")} waiting` : "Full";
}

/** Which of the two a hybrid session has places in, where it matters. */
function whereLeft({ mode, leftInRoom, leftOnline }: Places): string {
  if (mode !== "hybrid") return "";
  if (leftInRoom === 0) return ", all online";
  if (leftOnline === 0) return ", all in the room";
  return `: up to ${leftInRoom} in the room and ${leftOnline} online`;
}

/** A tag only for the exception. */
function exceptionOf(session: Places) {
  if (session.bookingClosed) return <Tag colour="grey">Booking closed</Tag>;
  if (session.opensAt !== null) return <Tag colour="grey">Not open yet</Tag>;
  return session.placesLeft === 0 ? <Tag colour="orange">Full</Tag> : undefined;
}
