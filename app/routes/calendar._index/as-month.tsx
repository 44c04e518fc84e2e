// The month as a table: in each day what is on, with time, title, place and places.
import { MonthTable } from "~/components/month-table";
import type { CalendarMeeting } from "~/domain/bookings/bookings.server";
import { monthInWords, timeRange } from "~/shared/format";
import { weeksOf } from "~/web/calendar-month";
import { paths } from "~/web/paths";
import { placeOf } from "~/web/session-result";
import type { CalendarDay } from "./page-data.server";
import { dayInWords, standingInWords } from "./words";

export function AsMonth({ month, days }: { month: string; days: CalendarDay[] }) {
  return (
    <MonthTable
      caption={`Training in ${monthInWords(month)}`}
      weeks={weeksOf(
        days.map(({ meetings, ...day }) => ({
          ...day,
          content: meetings.length > 0 && (
            <ul className="app-month__list">
              {meetings.map((meeting) => (
                <InDay key={meeting.id} meeting={meeting} />
              ))}
            </ul>
          ),
        })),
      )}
    />
  );
}

function InDay({ meeting }: { meeting: CalendarMeeting }) {
  const { title, startTime, endTime, session, over, status } = meeting;
  const cancelled = status === "cancelled";
  const words = [dayInWords(meeting), placeOf(session), !cancelled && standingInWords(meeting)];
  return (
    <li className={over ? "app-month__item app-month__item--over" : "app-month__item"}>
      <span className="app-line">{timeRange(startTime, endTime)}</span>
      <a className="govuk-link" href={paths.session(session.id)}>
        {title}
      </a>
      <span className="app-month__facts">{words.filter(Boolean).join(". ")}</span>
      {cancelled && <strong>Cancelled</strong>}
    </li>
  );
}
