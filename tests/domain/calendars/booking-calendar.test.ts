// One person's invitation: what is in it, what never is, and how it is taken back.
import { sampleBooking, sampleMeetings } from "emails/samples";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { bookingCalendar, calendarDomain } from "~/domain/calendars/calendars.server";
import { given, propertyNames, readByIcalJs, readByNodeIcal, unfolded } from "./support";

const twoDays = { ...sampleBooking, meetings: sampleMeetings("2026-10-24", "2026-10-26") };
const entriesOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
const valuesOf = (text: string, name: string) =>
  entriesOf(text).map((entry) => entry.getFirstPropertyValue(name)?.toString());

describe("an invitation", () => {
  test("has one entry per meeting, numbered when there are several", () => {
    expect(valuesOf(bookingCalendar(given()), "summary")).toEqual([sampleBooking.courseTitle]);
    expect(valuesOf(bookingCalendar(given({ facts: twoDays })), "summary")).toEqual([
      `${sampleBooking.courseTitle} (day 1 of 2)`,
      `${sampleBooking.courseTitle} (day 2 of 2)`,
    ]);
  });

  test("starts at the exact instants across the October change, by both parsers", () => {
    const text = bookingCalendar(given({ facts: twoDays }));
    const expected = [Date.UTC(2026, 9, 24, 8, 30), Date.UTC(2026, 9, 26, 9, 30)];
    expect(readByIcalJs(text).map((span) => span.start)).toEqual(expected);
    expect(readByNodeIcal(text).map((span) => span.start)).toEqual(expected);
  });

  test("names London once, with its rules, and stamps in UTC", () => {
    const text = bookingCalendar(given({ facts: twoDays }));
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(text).toContain("TZID:Europe/London\r\n");
    expect(text.match(/DTSTART;TZID=Europe\/London:\d{8}T093000\r\n/g)).toHaveLength(2);
    expect(text.match(/\r\nDTSTAMP:20260105T093000Z\r\n/g)).toHaveLength(2);
    expect(text.match(/\r\nLAST-MODIFIED:20260105T093000Z\r\n/g)).toHaveLength(2);
    expect(text).not.toContain("TIMEZONE-ID");
    expect(text.endsWith("\r\nEND:VCALENDAR\r\n")).toBe(true);
  });

  test("comes from the organizer, for this one person", () => {
    for (const entry of entriesOf(bookingCalendar(given({ facts: twoDays })))) {
      expect(entry.getFirstPropertyValue("organizer")).toBe("mailto:training@sampletown.example");
      const attendees = entry.getAllProperties("attendee");
      expect(attendees).toHaveLength(1);
      expect(String(attendees[0]?.getFirstValue()).toLowerCase()).toBe("mailto:sam@sampletown.example");
      expect(attendees[0]?.getFirstParameter("rsvp")).toBe("FALSE");
    }
  });

  test("says where, the reference, and that declining does not cancel", () => {
    const text = bookingCalendar(given());
    expect(valuesOf(text, "location")).toEqual([sampleBooking.place]);
    const [description] = valuesOf(text, "description");
    expect(description).toContain("SAMP-2345");
    expect(description).toContain(sampleBooking.access);
    expect(description).toContain("does not cancel your place");
    expect(description).toContain("https://training.example/bookings/sample-booking");
  });

  test("never holds the joining link, even if facts should carry one", () => {
    const link = "https://video.example/join/secret";
    const facts = { ...sampleBooking, mode: "online" as const, place: link, access: link, joiningLink: link };
    const text = bookingCalendar(given({ facts }));
    expect(unfolded(text).join("\n")).not.toContain("video.example");
    expect(valuesOf(text, "location")).toEqual(["Online"]);
    expect(valuesOf(text, "description")[0]).toContain("The joining link is on your booking page.");
  });

  test("is the same bytes for the same facts", () => {
    expect(bookingCalendar(given({ facts: twoDays }))).toBe(bookingCalendar(given({ facts: twoDays })));
  });

  test("takes its UIDs' domain from the public address", () => {
    expect(calendarDomain("https://training.example.org")).toBe("training.example.org");
    expect(calendarDomain("http://localhost:3000")).toBe("localhost");
  });
});

describe("taking it back", () => {
  const request = bookingCalendar(given({ facts: twoDays }));
  const cancel = bookingCalendar(given({ facts: { ...twoDays, revision: 1 }, method: "CANCEL" }));

  test("is a CANCEL for the same UIDs with a higher SEQUENCE and the same organizer", () => {
    expect(cancel).toContain("\r\nMETHOD:CANCEL\r\n");
    expect(request).toContain("\r\nMETHOD:REQUEST\r\n");
    expect(valuesOf(cancel, "uid")).toEqual(valuesOf(request, "uid"));
    expect(valuesOf(request, "uid")).toEqual([
      "sample-booking-sample-meeting-1@training.example",
      "sample-booking-sample-meeting-2@training.example",
    ]);
    expect(valuesOf(request, "sequence")).toEqual(["0", "0"]);
    expect(valuesOf(cancel, "sequence")).toEqual(["1", "1"]);
    expect(valuesOf(cancel, "status")).toEqual(["CANCELLED", "CANCELLED"]);
    expect(valuesOf(cancel, "organizer")).toEqual(valuesOf(request, "organizer"));
    expect(valuesOf(cancel, "attendee")).toEqual(valuesOf(request, "attendee"));
  });
});

/** What an attacker, or a paste from a word processor, may put in any field. */
const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 30 }),
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "\u0085",
        "\v",
        "\0",
        '"',
        "\\",
        "\\n",
        ";",
        ",",
        ":",
        "^n",
      ),
      fc.constantFrom(
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "ATTENDEE:mailto:x@example.org",
        "METHOD:PUBLISH",
        "🎓",
        "ŵ",
      ),
      fc.constant("\ud83c"),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("whatever people type", () => {
  const plain = propertyNames(bookingCalendar(given()));

  test("no field can add, drop or break a line", () => {
    fc.assert(
      fc.property(
        fc.record({ a: nasty, b: nasty, c: nasty, d: nasty, e: nasty, f: nasty }),
        ({ a, b, c, d, e, f }) => {
          const facts = {
            ...sampleBooking,
            courseTitle: a,
            place: `At ${b}`,
            access: c,
            reference: d,
            bookingId: e,
            personName: f,
            meetings: sampleBooking.meetings.map((meeting) => ({ ...meeting, id: f })),
          };
          const text = bookingCalendar(
            given({
              facts,
              organizer: { name: b, email: `o${a}@example.org` },
              attendee: { name: c, email: `p${d}@example.org` },
              url: `https://training.example/bookings/${e}`,
              domain: f,
            }),
          );
          expect(propertyNames(text)).toEqual(plain);
          expect(text.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
          expect(entriesOf(text)).toHaveLength(1);
          expect(readByNodeIcal(text)).toHaveLength(1);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("Welsh, emoji and punctuation survive folding and escaping", () => {
    const title = `Gŵyl ${"ŵ🎉".repeat(40)}; "dweud", a\\b: \\n`;
    const name = "Łukasz O’Connor-Ŵyn 🎓; a, b: c";
    const text = bookingCalendar(
      given({ facts: { ...sampleBooking, courseTitle: title }, attendee: { name, email: "l@example.org" } }),
    );
    expect(text.split("\r\n").some((line) => Buffer.byteLength(line) >= 72)).toBe(true);
    const [entry] = entriesOf(text);
    expect(entry?.getFirstPropertyValue("summary")).toBe(title);
    expect(entry?.getFirstProperty("attendee")?.getFirstParameter("cn")).toBe(name);
  });

  test("a quotation mark in a name cannot end the name early", () => {
    const name = 'Ann "Anna" O\\Hara ^n';
    const [entry] = entriesOf(bookingCalendar(given({ attendee: { name, email: "a@example.org" } })));
    const attendee = entry?.getFirstProperty("attendee");
    expect(attendee?.getFirstParameter("cn")).toBe("Ann Anna OHara n");
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:a@example.org");
  });
});
