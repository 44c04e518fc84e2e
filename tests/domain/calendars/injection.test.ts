// Whatever people type into whichever field, no line of a calendar is added, dropped or broken, and what they meant is
// read back. These were the defects of the library that wrote calendars before.
import { sampleBooking } from "emails/samples";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import {
  bookingEntry,
  type CalendarEntry,
  feedText,
  invitation,
  publicEntry,
  teachingEntry,
} from "~/domain/calendars/calendars.server";
import {
  attendee,
  componentsOf,
  domain,
  invited,
  organizer,
  propertyNames,
  readByNodeIcal,
  stamp,
  valuesOf,
} from "./support";
import { problemsOf } from "./validator/validate";

/** What an attacker, or a paste from a word processor, may put in any field. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom("\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\0", "\u007f", "\t"),
      fc.constantFrom('"', "\\", "\\n", "\\;", ";", ",", ":", "^n", "^'", "=", "\ufeff", "\ud83c"),
      fc.constantFrom("BEGIN:VEVENT", "END:VCALENDAR", "ATTENDEE:mailto:x@example.org", "METHOD:PUBLISH"),
      fc.constantFrom("🎓", "👩🏽‍🏫", "ŵ", "ŷ", "Llanfairpwllgwyngyll", "e\u0301", "\u202e"),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What is left of a text once it stands on one line. */
const onOneLine = (text: string) =>
  text
    .replace(/\p{Cs}/gu, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();

const fields = fc.record({ a: nasty, b: nasty, c: nasty, d: nasty, e: nasty, f: nasty });
const base = { id: "m1", number: 1, of: 1, startsAt: stamp, endsAt: stamp + 3_600_000 };
type Fields = { a: string; b: string; c: string; d: string; e: string; f: string };

const entriesFrom = ({ a, b, c, d, e, f }: Fields): CalendarEntry[] => {
  const plan = { sessionId: e, courseTitle: a, mode: "in person", place: b, access: c } as const;
  const meeting = { ...base, id: f };
  return [
    bookingEntry({ ...plan, bookingId: `b${e}`, reference: d, revision: 1 }, meeting, {
      domain: f,
      stamp,
      cancelled: false,
      bookingUrl: `https://training.example/bookings/${e}`,
    }),
    teachingEntry({ ...plan, personId: d, assignedAt: 36, revision: 2, confirmed: false }, meeting, {
      domain: f,
      stamp,
      status: "tentative",
      sessionUrl: `https://training.example/trainer/${e}`,
    }),
    publicEntry(
      { ...plan, revision: 3 },
      { ...meeting, id: `p${f}` },
      { domain: f, stamp, cancelled: true, sessionUrl: `https://training.example/sessions/${e}` },
    ),
  ];
};
/** Nobody is invited to what anyone may see. */
const invitable = (entries: CalendarEntry[]) => entries.slice(0, 2);
const plain = entriesFrom({ a: "a", b: "b", c: "c", d: "d", e: "e", f: "f" });

describe("a newline in any field injects nothing", () => {
  test("into an invitation", () => {
    const lines = invitable(plain).map((entry) =>
      propertyNames(invitation({ entry, method: "REQUEST", organizer, attendee, answersAreRead: true })),
    );
    fc.assert(
      fc.property(fields, (typed) => {
        invitable(entriesFrom(typed)).forEach((entry, index) => {
          const text = invitation({
            entry,
            method: "REQUEST",
            organizer: { name: typed.b, email: `o${typed.a}@example.org` },
            attendee: { name: typed.c, email: `p${typed.d}@example.org` },
            answersAreRead: true,
          });
          expect(propertyNames(text)).toEqual(lines[index]);
          // An address that somebody broke is still one address, and no more than that.
          expect(problemsOf(text).filter((problem) => !/^(ORGANIZER|ATTENDEE) is not/.test(problem))).toEqual(
            [],
          );
          expect(valuesOf(text, "summary")).toEqual([onOneLine(entry.title)]);
          expect(valuesOf(text, "location")).toEqual([onOneLine(typed.b)]);
          expect(readByNodeIcal(text)).toHaveLength(1);
        });
      }),
      { numRuns: 120 },
    );
  });

  test("into a feed, its name and its description", () => {
    const about = { name: "n", description: "d", refreshMinutes: 60, organizer, busy: true };
    const lines = propertyNames(feedText({ ...about, entries: plain }));
    fc.assert(
      fc.property(fields, (typed) => {
        const entries = entriesFrom(typed);
        const text = feedText({
          ...about,
          name: typed.a,
          description: typed.b,
          organizer: { name: typed.c, email: "t@example.org" },
          entries,
        });
        expect(propertyNames(text)).toEqual(lines);
        expect(problemsOf(text)).toEqual([]);
        const calendar = new ICAL.Component(ICAL.parse(text));
        expect(calendar.getFirstPropertyValue("name")).toBe(onOneLine(typed.a));
        expect(calendar.getFirstPropertyValue("description")).toBe(onOneLine(typed.b));
        const [booked] = componentsOf(text);
        expect(booked?.getFirstPropertyValue("description")).toBe(
          entries[0]?.lines.map(onOneLine).join("\n"),
        );
        expect(readByNodeIcal(text)).toHaveLength(3);
      }),
      { numRuns: 120 },
    );
  });
});

test("Welsh, emoji and punctuation survive folding and escaping", () => {
  const title = `Gŵyl ${"ŵ🎉".repeat(40)}; "dweud", a\\b: \\n`;
  const name = "Łukasz O’Connor-Ŵyn 🎓; a, b: c";
  const text = invited({
    facts: { ...sampleBooking, courseTitle: title },
    attendee: { name, email: "l@example.org" },
  });
  expect(problemsOf(text)).toEqual([]);
  expect(text.split("\r\n").some((line) => Buffer.byteLength(line) >= 72)).toBe(true);
  const [entry] = componentsOf(text);
  expect(entry?.getFirstPropertyValue("summary")).toBe(title);
  expect(entry?.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe(name);
});

test("a quotation mark in a name cannot end the name early", () => {
  const name = 'Ann "Anna" O\\Hara ^n';
  const [entry] = componentsOf(invited({ attendee: { name, email: "a@example.org" } }));
  const attending = entry?.getFirstProperty("attendee");
  expect(attending?.getFirstParameter("cn")).toBe("Ann Anna OHara n");
  expect(String(attending?.getFirstValue()).toLowerCase()).toBe("mailto:a@example.org");
  expect(domain).toBe("training.example");
});
