// A month as a table, a column for each day of the week; on a phone the days that hold something, one under the other.
import type { ReactNode } from "react";
import { longDate } from "~/shared/format";

export type MonthDay = {
  /** "2026-11-24" */
  date: string;
  today: boolean;
  /** What the day is called, if anything: "Good Friday". */
  holiday: string | null;
  /** Null: nothing on this day. */
  content: ReactNode;
};

export type MonthTableProps = {
  caption: string;
  /** Seven to a week, from Monday; null for a day of another month. */
  weeks: (MonthDay | null)[][];
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

// Said aloud because on a phone it is no longer laid out as a table, and browsers then forget that it is one.
const roles = (role: string) => ({ role });

export function MonthTable({ caption, weeks }: MonthTableProps) {
  return (
    <table {...roles("table")} className="app-month">
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead {...roles("rowgroup")}>
        <tr {...roles("row")}>
          {weekdays.map((day) => (
            <th key={day} {...roles("columnheader")} scope="col" className="app-month__weekday">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...roles("rowgroup")}>
        {weeks.map((week) => (
          <tr
            key={week.find((day) => day)?.date}
            {...roles("row")}
            className={week.some(holdsSomething) ? undefined : "app-month__week--empty"}
          >
            {week.map((day, index) => (
              <Day key={weekdays[index]} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What does not is left out on a phone, where a list needs no empty days, and no empty weeks either. */
const holdsSomething = (day: MonthDay | null) =>
  day !== null && Boolean(day.content || day.today || day.holiday);

function Day({ day }: { day: MonthDay | null }) {
  if (day === null) return <td {...roles("cell")} className="app-month__day app-month__day--outside" />;
  const { date, today, holiday, content } = day;
  const looks = [
    "app-month__day",
    today && "app-month__day--today",
    !holdsSomething(day) && "app-month__day--empty",
  ];
  return (
    <td
      {...roles("cell")}
      className={looks.filter(Boolean).join(" ")}
      aria-current={today ? "date" : undefined}
    >
      <div className="app-month__head">
        <time dateTime={date} className="app-month__date">
          <DateWords date={date} />
        </time>
        {today && <strong className="app-month__today">Today</strong>}
      </div>
      {holiday && <div className="app-month__holiday">{holiday}</div>}
      {content}
    </td>
  );
}

/** The number alone stands in a column; a list on a phone needs the whole date. */
function DateWords({ date }: { date: string }) {
  const [weekday, number, ...rest] = longDate(date).split(" ");
  return (
    <>
      <span className="app-month__words">{weekday} </span>
      {number}
      <span className="app-month__words"> {rest.join(" ")}</span>
    </>
  );
}
