// Turns the facts of a message into its bytes: subject, HTML, text and calendar.
import { bookingCalendar, calendarDomain } from "~/domain/calendars/calendars.server";
import type { Compose } from "~/domain/notifications/notifications";
import { bookingPage, type House } from "./house";

/**
 * Makes the `compose` that the worker gives to `deliverDue`. Pure but for loading react-email at the first letter.
 * @param given.from the address letters come from, with or without a name; calendar invitations come from it too
 */
export function composer(given: House & { from: string }): Compose {
  const { from, ...house } = given;
  const organizer = { name: house.partnership.serviceName, email: addressIn(from) };
  const domain = calendarDomain(house.publicUrl);
  return async (kind, facts, { to, at }) => {
    const [{ render, toPlainText }, { templates }] = await Promise.all([
      import("react-email"),
      import("./templates"),
    ]);
    const template = templates[kind];
    const html = await render(template.letter(facts, house));
    const entries = template.calendar?.(facts) ?? null;
    return {
      subject: oneLine(template.subject(facts, house)),
      html,
      text: toPlainText(html, { selectors: [{ selector: "h1", options: { uppercase: false } }] }),
      calendar: entries && {
        method: entries.method,
        text: bookingCalendar({
          ...entries,
          organizer,
          attendee: to,
          stamp: at,
          url: bookingPage(house, entries.facts),
          domain,
        }),
      },
    };
  };
}

/** "Training <training@example.org>" gives "training@example.org". */
const addressIn = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();

/** A line break in a subject would begin a new header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
