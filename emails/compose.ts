// Turns the facts of a message into its bytes: subject, HTML, text and calendar.
import { calendarDomain, organizerOf } from "~/domain/calendars/calendars.server";
import type { Compose } from "~/domain/notifications/notifications";
import { calendarPart } from "./calendar-part";
import type { House } from "./house";

/**
 * Makes the `compose` that the worker gives to `deliverDue`. Pure but for loading react-email at the first letter.
 * @param given.from the address letters come from, with or without a name; calendar invitations come from it too
 * @param given.domain the last part of the UIDs of calendar entries; the host of the public address where it is left out
 * @param given.answersAreRead whether anybody reads how a calendar program answers an invitation
 */
export function composer(
  given: House & { from: string; domain?: string; answersAreRead?: boolean },
): Compose {
  const { from, domain = calendarDomain(given.publicUrl), answersAreRead = false, ...house } = given;
  const organizer = organizerOf(house.partnership.serviceName, from);
  return async (kind, facts, { to, at, words = null, stop = null }) => {
    const [{ render, toPlainText }, { templates }, { wordedLetter }] = await Promise.all([
      import("react-email"),
      import("./templates"),
      import("./worded"),
    ]);
    const template = templates[kind];
    const stopLink = stop && house.unsubscribeLink(stop.personId, stop.topic);
    const { subject, letter } = wordedLetter(template, facts, { house, changed: words, stopLink });
    const html = await render(letter);
    const entry = template.calendar?.(facts) ?? null;
    return {
      subject: oneLine(subject),
      html,
      text: toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] }),
      calendar: entry && calendarPart(entry, { house, domain, organizer, attendee: to, at, answersAreRead }),
      unsubscribeUrl: stopLink,
    };
  };
}

/** A line break in a subject would begin a new header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
