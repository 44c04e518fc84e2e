// What the calendar shows of one month: its days with what is on, and the ways to the months around it.
import { calendarEnds, listCalendar, nextInCalendar } from "~/domain/bookings/bookings.server";
import { bankHolidayOn } from "~/domain/calendars/calendars.server";
import { civilDateAt } from "~/shared/civil-time";
import { groupBy } from "~/shared/group-by";
import { readCalendar } from "~/web/calendar-filters";
import { daysOf, firstDayOf, monthOf, monthsLater } from "~/web/calendar-month";
import type { Visit } from "~/web/enter.server";
import { readOfferChoices } from "~/web/offer-choices.server";

export function readCalendarPage(visit: Visit) {
  const choices = readOfferChoices(visit);
  const { typed, month: asked, view, filters } = readCalendar(visit.url.searchParams, choices);
  const today = civilDateAt(visit.clock.now());
  const month = asked ?? monthOf(today);
  const until = firstDayOf(monthsLater(month, 1));
  const meetings = listCalendar(visit, { from: firstDayOf(month), until }, filters);
  const byDay = groupBy(meetings, ({ date }) => date);
  const { first, last } = calendarEnds(visit);
  const [begins, ends] = [monthOf(first), monthOf(last)];
  const next = meetings.length > 0 ? null : nextInCalendar(visit, until > today ? until : today, filters);
  return {
    typed,
    view,
    month,
    thisMonth: monthOf(today),
    days: daysOf(month).map((date) => ({
      date,
      today: date === today,
      holiday: bankHolidayOn(date),
      meetings: byDay.get(date) ?? [],
    })),
    // No further than there is something to see, so that nobody walks on through empty years.
    previous: month > begins ? earlier(monthsLater(month, -1), ends) : null,
    following: month < ends ? later(monthsLater(month, 1), begins) : null,
    /** In an empty month: the day of the next session that fits. */
    next,
    ...choices,
  };
}

const earlier = (one: string, other: string) => (one < other ? one : other);
const later = (one: string, other: string) => (one > other ? one : other);

export type CalendarPage = ReturnType<typeof readCalendarPage>;
export type CalendarDay = CalendarPage["days"][number];
