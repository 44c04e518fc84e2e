// The calendars room's door: iCalendar text for invitations.
export { type BookingCalendar, type CalendarMethod, type Correspondent, calendarDomain } from "./calendars";
export { bookingCalendar, uidOf } from "./ical";
