// The month as a list: a heading for each day on which something is on.
import { Details } from "~/components/details";
import { ResultItem, ResultList } from "~/components/result-list";
import { Tag } from "~/components/tag";
import type { CalendarMeeting } from "~/domain/bookings/bookings.server";
import { counted, longDate, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import { Boards, placeOf } from "~/web/session-result";
import type { CalendarDay } from "./page-data.server";
import { dayInWords, standingInWords } from "./words";

/** Days of this month that are over are folded away: who looks today looks for what is to come. */
export function AsList({ days }: { days: CalendarDay[] }) {
  const busy = days.filter((day) => day.meetings.length > 0);
  const now = days.findIndex((day) => day.today);
  const over = busy.filter((day) => days.indexOf(day) < now);
  const toCome = busy.filter((day) => !over.includes(day));
  return (
    <>
      {over.length > 0 && (
        <Details summary={`Earlier this month: ${counted(over.length, "day")}`} open={toCome.length === 0}>
          <Days days={over} />
        </Details>
      )}
      <Days days={toCome} />
    </>
  );
}

function Days({ days }: { days: CalendarDay[] }) {
  return days.map((day) => (
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
  ));
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
