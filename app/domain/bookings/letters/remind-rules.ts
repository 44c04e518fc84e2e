// Pure: when somebody with a place is sent the joining details and a reminder. Days are London's.
import { isWorkingDay } from "~/domain/calendars/calendars.server";
import { addDays, type CivilDate, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";

export const bookingReminderKinds = ["joining details", "reminder"] as const;
export type BookingReminderKind = (typeof bookingReminderKinds)[number];

/** A confirmed place on a session that takes place. */
export type PlaceToCome = {
  bookingId: string;
  personId: string;
  sessionId: string;
  confirmedAt: number;
  /** In their order, the first one first. */
  meetings: readonly { id: string; date: CivilDate; startsAt: number; endsAt: number }[];
};

export type PlannedLetter = { kind: BookingReminderKind; key: string; dueAt: number; meetingId: string };

const daysBefore = 7;
const afterConfirmation = hours(1);
const morning = "09:00";

/** Nine in the morning of the last working day before a date: a Friday for a Monday. */
export function workingMorningBefore(date: CivilDate): number {
  let day = addDays(date, -1);
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return instantOf(day, morning);
}

/**
 * What somebody with a place is still to be sent, at `now` or later. The joining details leave a week before, or an hour
 * after a later confirmation, unless the reminder is due by then. A day is reminded of on the working morning before;
 * not where the place was confirmed after that, nor where the day before it was still to come: one letter said it all.
 */
export function lettersFor(place: PlaceToCome, now: number): PlannedLetter[] {
  const [first] = place.meetings;
  if (!first) return [];
  const letters: PlannedLetter[] = [];
  const reminderAt = workingMorningBefore(first.date);
  const detailsAt = Math.max(
    instantOf(addDays(first.date, -daysBefore), morning),
    place.confirmedAt + afterConfirmation,
  );
  if (detailsAt < reminderAt && now < reminderAt)
    letters.push({
      kind: "joining details",
      key: `joining details/${place.bookingId}/${first.startsAt}`,
      dueAt: detailsAt,
      meetingId: first.id,
    });
  place.meetings.forEach((meeting, index) => {
    const dueAt = workingMorningBefore(meeting.date);
    const before = place.meetings[index - 1];
    if (now >= meeting.startsAt || place.confirmedAt >= dueAt || (before && dueAt <= before.endsAt)) return;
    letters.push({
      kind: "reminder",
      key: `reminder/${place.bookingId}/${meeting.startsAt}`,
      dueAt,
      meetingId: meeting.id,
    });
  });
  return letters;
}
