// The validator itself: it finds nothing wrong with what we write, and each fault that we can think of.
import { sampleBooking } from "emails/samples";
import { describe, expect, test } from "vitest";
import { feedText } from "~/domain/calendars/calendars.server";
import { entryOf, invited, organizer } from "./support";
import { problemsOf } from "./validator/validate";

const request = invited();
const cancel = invited({ method: "CANCEL" });
const facts = { ...sampleBooking, bookingId: "other" };
const feed = feedText({
  name: "Training",
  description: "All of it",
  refreshMinutes: 60,
  entries: [entryOf(), entryOf({ facts })],
  organizer,
  busy: true,
});

test.each([
  ["a request", request],
  ["a cancellation", cancel],
  ["a feed", feed],
])("%s is without a fault", (_name, text) => expect(problemsOf(text)).toEqual([]));

type Spoil = (text: string) => string;
const swap =
  (from: string | RegExp, to: string): Spoil =>
  (text) =>
    text.replace(from, to);
const without = (name: string): Spoil => swap(new RegExp(`\\r\\n${name}[;:][^\\r]*(\\r\\n [^\\r]*)*`), "");
const after = (line: string, more: string): Spoil => swap(`${line}\r\n`, `${line}\r\n${more}\r\n`);

const everywhere: [string, Spoil][] = [
  ["bare line feeds", (text) => text.replaceAll("\r\n", "\n")],
  ["no end", (text) => text.slice(0, -2)],
  ["one octet too many", swap(/\r\nSUMMARY:[^\r]*/, `\r\nSUMMARY:${"x".repeat(68)}`)],
  ["a blank line", swap("\r\nBEGIN:VEVENT", "\r\n\r\nBEGIN:VEVENT")],
  ["a control character", swap("SUMMARY:", "SUMMARY:\u0007")],
  ["half a letter", swap("SUMMARY:", "SUMMARY:\ud83c")],
  ["an injected line", swap("SUMMARY:", "SUMMARY:x\r\nATTACH:https://x.example/\r\nX-A:")],
  ["an injected entry", swap("\r\nEND:VEVENT", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT")],
  ["a raw comma in text", swap("SUMMARY:", "SUMMARY:a, b")],
  ["a wrong escape", swap("SUMMARY:", "SUMMARY:a\\tb")],
  ["a quotation mark in a name", swap("CN=", 'CN=a"b')],
  ["no version", without("VERSION")],
  ["another version", swap("VERSION:2.0", "VERSION:1.0")],
  ["no product", without("PRODID")],
  ["no method", without("METHOD")],
  ["two methods", after("VERSION:2.0", "METHOD:PUBLISH")],
  ["no UID", without("UID")],
  ["no stamp", without("DTSTAMP")],
  ["a stamp without Z", swap(/(DTSTAMP:\d{8}T\d{6})Z/, "$1")],
  ["a change without Z", swap(/(LAST-MODIFIED:\d{8}T\d{6})Z/, "$1")],
  ["a stamp that is no date", swap(/DTSTAMP:\d{8}/, "DTSTAMP:20260230")],
  ["a floating time", swap("DTSTART;TZID=Europe/London:", "DTSTART:")],
  ["a zoned time with Z", swap(/(DTSTART;TZID=Europe\/London:\d{8}T\d{6})/, "$1Z")],
  ["a zone that is not told", (text) => text.replaceAll("TZID=Europe/London", "TZID=Europe/Paris")],
  ["no zone at all", swap(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, "")],
  ["a zone without rules", swap(/BEGIN:DAYLIGHT[\s\S]*END:STANDARD\r\n/, "")],
  ["a zone without an offset", without("TZOFFSETTO")],
  ["the zone after the entry", (text) => moveZone(text)],
  [
    "an end before the beginning",
    swap(/DTEND;TZID=Europe\/London:\d{8}/, "DTEND;TZID=Europe/London:20200101"),
  ],
  ["no end time", without("DTEND")],
  ["two summaries", swap("\r\nSUMMARY:", "\r\nSUMMARY:x\r\nSUMMARY:")],
  ["a sequence that is no number", swap(/SEQUENCE:\d+/, "SEQUENCE:-1")],
  ["a status of tasks", swap(/\r\nSTATUS:\w+/, "\r\nSTATUS:NEEDS-ACTION")],
  ["an unknown property", after("BEGIN:VEVENT", "COLOUR:red")],
  ["a joining conference", after("BEGIN:VEVENT", "CONFERENCE;VALUE=URI:https://video.example/")],
  ["an address that is no address", swap(/mailto:training@[^\r]*/, "training@sampletown.example")],
  ["two addresses in one", swap(/mailto:training@/, "mailto:x@example.org,training@")],
  ["an address to somewhere else", swap(/\r\nURL:[^\r]*/, "\r\nURL:not an address")],
  ["no organizer", without("ORGANIZER")],
  ["TIMEZONE-ID", after("VERSION:2.0", "TIMEZONE-ID:Europe/London")],
];

function moveZone(text: string): string {
  const zone = /BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/.exec(text)?.[0] ?? "";
  return text.replace(zone, "").replace("BEGIN:VEVENT\r\n", `BEGIN:VEVENT\r\n${zone}`);
}

describe("control: it finds", () => {
  test.each(everywhere)("%s", (_name, spoil) => {
    for (const text of [request, feed]) {
      expect(spoil(text)).not.toBe(text);
      expect(problemsOf(spoil(text))).not.toEqual([]);
    }
  });

  test("a fold between the two octets of a letter", () => {
    const [head = "", tail = ""] = request.split("\r\nSUMMARY:");
    const cut = [`${head}\r\nSUMMARY:`, [0xc5], "\r\n ", [0xb5], tail];
    expect(problemsOf(Buffer.concat(cut.map((part) => Buffer.from(part as string))))).toContain(
      "a letter is cut by folding",
    );
  });

  const two = (text: string) => {
    const entry = /BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/.exec(text)?.[0] ?? "";
    return text.replace("END:VCALENDAR", `${entry.replace(/UID:/, "UID:other-")}END:VCALENDAR`);
  };
  test.each<[string, string, Spoil]>([
    ["two entries in a request", request, two],
    ["two entries in a cancellation", cancel, two],
    ["a request to nobody", request, without("ATTENDEE")],
    [
      "a request to two people",
      request,
      swap("\r\nATTENDEE;", '\r\nATTENDEE;CN="x":mailto:x@example.org\r\nATTENDEE;'),
    ],
    ["a cancellation that is confirmed", cancel, swap("STATUS:CANCELLED", "STATUS:CONFIRMED")],
    ["a cancellation without a sequence", cancel, without("SEQUENCE")],
    ["a request that is cancelled", request, swap("STATUS:CONFIRMED", "STATUS:CANCELLED")],
    [
      "a feed that names who comes",
      feed,
      swap("\r\nORGANIZER;", '\r\nATTENDEE;CN="x":mailto:x@example.org\r\nORGANIZER;'),
    ],
    ["a feed with a UID twice", feed, (text) => text.replaceAll("UID:other-", "UID:sample-booking-")],
    [
      "a refresh that is no duration",
      feed,
      swap("REFRESH-INTERVAL;VALUE=DURATION:PT60M", "REFRESH-INTERVAL:PT60M"),
    ],
    ["a name that is not escaped", feed, swap("\r\nNAME:", "\r\nNAME:a;b")],
  ])("%s", (_name, text, spoil) => {
    expect(spoil(text)).not.toBe(text);
    expect(problemsOf(spoil(text))).not.toEqual([]);
  });
});
