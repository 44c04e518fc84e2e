// The public feeds: the whole offer, or what of it is a board's, a theme's or a course's.
import { readPartnership } from "~/domain/accounts/accounts.server";
import { feedText, organizerOf, readCalendarDomain } from "~/domain/calendars/calendars.server";
import { type FeedChoice, publicFeed } from "~/domain/sessions/sessions.server";
import type { Visit } from "./enter.server";
import { icalAnswer } from "./ical-answer.server";
import { paths } from "./paths";

/** A hint to programs; most ask when they see fit. */
export const refreshMinutes = 60;

/** What every feed and calendar file is told of the service. */
export const calendarAbout = (visit: Visit) => ({
  domain: readCalendarDomain(visit, visit.settings.publicUrl),
  organizer: organizerOf(readPartnership(visit).serviceName, visit.settings.mailFrom),
  sessionUrl: (id: string) => visit.settings.publicUrl + paths.session(id),
  bookingUrl: (id: string) => visit.settings.publicUrl + paths.booking(id),
  teachingUrl: (id: string) => visit.settings.publicUrl + paths.trainerSession(id),
});

/**
 * @param given.name what of the offer it is, null for all of it
 * @param given.file the file's name, without ".ics"
 */
export function offerFeed(
  visit: Visit,
  request: Request,
  { choice, name, file }: { choice: FeedChoice; name: string | null; file: string },
): Response {
  const { organizer, ...about } = calendarAbout(visit);
  const { entries, changedAt } = publicFeed(visit, choice, about);
  const text = feedText({
    name: name === null ? organizer.name : `${organizer.name}: ${name}`,
    description: `Joint training by ${readPartnership(visit).name}. To book: ${visit.settings.publicUrl}${paths.courses()}`,
    refreshMinutes,
    entries,
    organizer,
    busy: false,
  });
  return icalAnswer(request, { text, file, changedAt, own: false });
}
