// The ways through the calendar: to the months around, and to the other layout of the same month.
import { monthInWords } from "~/shared/format";
import { calendarWith } from "~/web/calendar-filters";
import type { CalendarPage } from "./page-data.server";

type Props = Pick<CalendarPage, "typed" | "view" | "month" | "thisMonth" | "previous" | "following">;

export function Ways({ typed, view, month, thisMonth, previous, following }: Props) {
  const toMonth = (to: string) => calendarWith(typed, { month: to });
  return (
    <div className="app-month-ways app-no-print">
      <nav aria-label="Months">
        <ul className="app-month-ways__list">
          {previous && (
            <li>
              <a className="govuk-link govuk-link--no-visited-state" href={toMonth(previous)} rel="prev">
                <span aria-hidden="true">← </span>
                <span className="govuk-visually-hidden">Earlier: </span>
                {monthInWords(previous)}
              </a>
            </li>
          )}
          {month !== thisMonth && (
            <li>
              <a
                className="govuk-link govuk-link--no-visited-state"
                href={calendarWith(typed, { month: undefined })}
              >
                This month
              </a>
            </li>
          )}
          {following && (
            <li>
              <a className="govuk-link govuk-link--no-visited-state" href={toMonth(following)} rel="next">
                <span className="govuk-visually-hidden">Later: </span>
                {monthInWords(following)}
                <span aria-hidden="true"> →</span>
              </a>
            </li>
          )}
        </ul>
      </nav>
      <nav aria-label="Layout">
        <ul className="app-month-ways__list">
          <Layout words="As a month" to="month" {...{ typed, view }} />
          <Layout words="As a list" to="list" {...{ typed, view }} />
        </ul>
      </nav>
    </div>
  );
}

function Layout({
  words,
  to,
  typed,
  view,
}: { words: string; to: CalendarPage["view"] } & Pick<Props, "typed" | "view">) {
  return (
    <li>
      <a
        className="govuk-link govuk-link--no-visited-state app-month-ways__layout"
        href={calendarWith(typed, { view: to === "list" ? "list" : undefined })}
        aria-current={view === to ? "true" : undefined}
      >
        {words}
      </a>
    </li>
  );
}
