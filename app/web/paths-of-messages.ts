// The addresses of calendars and of messages, for `paths`.
import { withQuery } from "./with-query";

export const calendarPaths = {
  calendar: (query: Record<string, string | undefined> = {}) => withQuery("/calendar", query),
  calendarSubscribe: (query: Record<string, string | undefined> = {}) =>
    withQuery("/calendar/subscribe", query),
  feedAll: () => "/feeds/all.ics",
  feedBoard: (code: string) => `/feeds/board/${encodeURIComponent(code)}.ics`,
  feedTheme: (slug: string) => `/feeds/theme/${encodeURIComponent(slug)}.ics`,
  feedCourse: (slug: string) => `/feeds/course/${encodeURIComponent(slug)}.ics`,
  myFeed: (token: string) => `/feeds/my/${encodeURIComponent(token)}.ics`,
  sessionCalendar: (id: string) => `/sessions/${encodeURIComponent(id)}/calendar.ics`,
  bookingCalendar: (id: string) => `/bookings/${encodeURIComponent(id)}/calendar.ics`,
};

export const messagePaths = {
  /** Where optional mail is stopped without signing in. */
  unsubscribe: (token: string) => `/unsubscribe/${encodeURIComponent(token)}`,
  /** Where the mail provider reports. */
  hooksResend: () => "/hooks/resend",
  myMessages: () => "/my/account/messages",
  manageMessages: (query: Record<string, string | undefined> = {}) => withQuery("/manage/messages", query),
  manageWordings: () => "/manage/messages/wording",
  /** @param kind as its slug: "booking-confirmed" */
  manageWording: (kind: string, query: Record<string, string | undefined> = {}) =>
    withQuery(`/manage/messages/wording/${encodeURIComponent(kind)}`, query),
  manageNews: () => "/manage/messages/news",
  manageSessionWrite: (id: string) => `/manage/sessions/${encodeURIComponent(id)}/write`,
};
