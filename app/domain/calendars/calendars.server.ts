// The calendars room's door: iCalendar text for invitations, and working days in England.
export { type BookingCalendar, calendarDomain } from "./calendars";
export { bookingCalendar } from "./ical";
export {
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from "./working-days.server";
