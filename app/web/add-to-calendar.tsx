// The ways to put a session into one's own calendar by hand.
import type { ReactNode } from "react";
import { Details } from "~/components/details";
import { plainDate } from "~/shared/format";
import type { DayToAdd } from "./calendar-links";
import { paths } from "./paths";

type Props = {
  days: DayToAdd[];
  /** The calendar file. */
  file: string;
  /** What to know of an entry made this way. */
  children: ReactNode;
};

export function AddToCalendar({ days, file, children }: Props) {
  if (days.length === 0) return null;
  const several = days.length > 1;
  return (
    <Details summary="Add to your calendar" className="app-no-print">
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href={file}>
            Calendar file for Outlook, Apple and others (.ics)
          </a>
        </li>
        {days.map((day) => (
          <OnTheWeb key={day.id} day={day} several={several} />
        ))}
        <li>
          <a className="govuk-link" href={paths.calendarSubscribe()}>
            A calendar that keeps itself up to date
          </a>
        </li>
      </ul>
      {children}
    </Details>
  );
}

function OnTheWeb({ day, several }: { day: DayToAdd; several: boolean }) {
  const which = several ? `, ${plainDate(day.date)}` : "";
  return (
    <>
      <li>
        <a className="govuk-link" href={day.google} rel="noreferrer">
          Google Calendar{which}
        </a>
      </li>
      <li>
        <a className="govuk-link" href={day.outlook} rel="noreferrer">
          Outlook on the web{which}
        </a>
      </li>
    </>
  );
}
