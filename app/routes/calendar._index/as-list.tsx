// The month as a list: a heading for each day on which something is on.
import { ResultItem, ResultList } from "~/components/result-list";
import { Tag } from "~/components/tag";
import type { CalendarMeeting } from "~/domain/bookings/bookings.server";
import { longDate, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import { Boards, placeOf } from "~/web/session-result";
import type { CalendarDay } from "./page-data.server";
import { dayInWords, standingInWords } from "./words";

export function AsList({ days }: { days: CalendarDay[] }) {
  return (
    <>
      {days
        .filter((day) => day.meetings.length > 0)
        .map((day) => (
          <section key={day.date} aria-labelledby={`day-${day.date}`}>
            <h3 className="govuk-heading-m" id={`day-${day.date}`}>
              {longDate(day.date)}
              {day.today && ", today"}
              {day.holiday && ` (${day.holiday})`}
            </h3>
            <ResultList>
              {day.meetings.map((meeting) => (
                <OnDay key={meeting.id} meeting={meeting} />
              ))}
            </ResultList>
          </section>
        ))}
    </>
  );
}

function OnDay({ meeting }: { meeting: CalendarMeeting }) {
  const { title, startTime, endTime, session, boards, status } = meeting;
  const day = dayInWords(meeting);
  return (
    <ResultItem
      title={title}
      href={paths.session(session.id)}
      headingLevel={4}
      tag={status === "cancelled" ? <Tag colour="red">Cancelled</Tag> : undefined}
      facts={[
        { label: "When", value: `${timeRange(startTime, endTime)}${day ? `. ${day}` : ""}` },
        { label: "Where", value: placeOf(session) },
        ...(status === "cancelled" ? [] : [{ label: "Places", value: standingInWords(meeting) }]),
        { label: "Boards", value: <Boards boards={boards} /> },
      ]}
    />
  );
}
