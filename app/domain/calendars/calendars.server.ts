// The calendars room's door: calendar entries as text, secret addresses of calendars, and working days in England.
export {
  type CalendarEntry,
  type CalendarMethod,
  type Correspondent,
  calendarDomain,
  organizerOf,
} from "./calendars";
export { fixCalendarDomain, readCalendarDomain } from "./domain.server";
export { clearFeeds, endFeedAddress, forgetFeedsOf } from "./end-feed-address.server";
export {
  bookingEntry,
  publicEntry,
  teachingEntry,
} from "./entries";
export { type FeedAddress, readFeedAddress, readFeedToken } from "./feed-queries.server";
export { keepFeedUse, noteFeedUse } from "./feed-use.server";
export { changeOnly, type Feed, type FeedPart, feedAt, ownDays, publicDays } from "./feed-window";
export { feedText, fileText, invitation } from "./ical";
export { makeFeedAddress } from "./make-feed-address.server";
export { replaceFeedAddress } from "./replace-feed-address.server";
export {
  bankHolidayOn,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
} from "./working-days.server";
