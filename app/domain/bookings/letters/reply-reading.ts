// What a calendar program answered to an invitation of ours; null for anything that is no answer to one.
import ICAL from "ical.js";

export type Reply = {
  uid: string;
  /** Of the invitation that it answers. */
  sequence: number;
  answer: "declined" | "another";
  /** Whose calendar it is, in small letters; null where it does not say. */
  attendee: string | null;
};

/** An answer is small; more is none. */
const longest = 100_000;

/** @param text an iCalendar object as mail brings it, whatever else it may be */
export function readReply(text: string): Reply | null {
  if (text.length > longest) return null;
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const said = (component: ICAL.Component, name: string) => {
      const value = component.getFirstPropertyValue(name);
      return value === null ? "" : String(value);
    };
    if (calendar.name !== "vcalendar" || said(calendar, "method").toUpperCase() !== "REPLY") return null;
    const [entry, ...more] = calendar.getAllSubcomponents("vevent");
    const [attendee, ...others] = entry?.getAllProperties("attendee") ?? [];
    if (!entry || !attendee || more.length + others.length > 0) return null;
    const sequence = Number(said(entry, "sequence") || 0);
    const uid = said(entry, "uid");
    if (uid === "" || !Number.isSafeInteger(sequence)) return null;
    const address = String(attendee.getFirstValue())
      .replace(/^mailto:/i, "")
      .trim()
      .toLowerCase();
    const declined = String(attendee.getParameter("partstat") ?? "").toUpperCase() === "DECLINED";
    return {
      uid,
      sequence,
      answer: declined ? "declined" : "another",
      attendee: address === "" ? null : address,
    };
  } catch {
    // ical.js throws at whatever is not a calendar.
    return null;
  }
}
