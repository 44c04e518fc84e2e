// A calendar program, as strict as they are: what it does with an entry that came by mail, and what a subscription shows.
import ICAL from "ical.js";

/** One entry as ical.js reads it. `startsAt`: an instant. */
export type Entry = { uid: string; sequence: number; status: string; startsAt: number; title: string };
type Calendar = { method: string | null; entries: Entry[] };

export type Deed = "puts it in" | "moves it" | "takes it out" | "leaves all as it is";

/** @throws Error where the text is no calendar */
export function readCalendar(text: string): Calendar {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue("method")?.toString() ?? null,
    entries: calendar.getAllSubcomponents("vevent").map((component) => {
      const { uid, summary, startDate, sequence } = new ICAL.Event(component);
      return {
        uid,
        // Absent means nought (RFC 5545, section 3.8.7.4), and ical.js says null.
        sequence: sequence ?? 0,
        status: component.getFirstPropertyValue("status")?.toString() ?? "",
        startsAt: startDate.toUnixTime() * 1000,
        title: summary,
      };
    }),
  };
}

/** Somebody's calendar, into which nothing comes but what arrives by mail (RFC 5546, sections 2.1.5, 3.2.2 and 3.2.5). */
export function makeCalendarProgram(): { receive(text: string): Deed; shown(): Entry[] } {
  const held = new Map<string, Entry>();
  const receiveOne = (method: string | null, entry: Entry): Deed => {
    const before = held.get(entry.uid);
    // What is older than what it knows, or no newer, changes nothing.
    if (before && entry.sequence <= before.sequence) return "leaves all as it is";
    if (method === "REQUEST") {
      held.set(entry.uid, entry);
      if (!before) return "puts it in";
      return before.startsAt === entry.startsAt ? "leaves all as it is" : "moves it";
    }
    // An entry that it does not know cannot be taken out.
    if (method !== "CANCEL" || !before) return "leaves all as it is";
    held.set(entry.uid, { ...entry, status: "CANCELLED" });
    return "takes it out";
  };
  return {
    /** @throws Error unless it is of one entry: of several, programs read the first */
    receive: (text) => {
      const { method, entries } = readCalendar(text);
      const [entry, ...more] = entries;
      if (!entry || more.length > 0) throw new Error(`There are ${entries.length} entries in this letter.`);
      return receiveOne(method, entry);
    },
    shown: () => [...held.values()].filter(({ status }) => status !== "CANCELLED"),
  };
}
