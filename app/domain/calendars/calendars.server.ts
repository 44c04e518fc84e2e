// The calendars room's door: iCalendar text for invitations.
export { type BookingCalendar, calendarDomain } from "./calendars";
export { bookingCalendar } from "./ical";
