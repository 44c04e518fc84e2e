// The values of properties (RFC 5545, 3.3 and 3.8; RFC 7986, 5): what each may be, and with which parameters.
import type { Line } from "./lines";

type Judge = (line: Line) => boolean;

const text: Judge = ({ value }) => /^(?:[^\\;,]|\\[\\;,nN])*$/.test(value);
const utcTime: Judge = ({ value }) => /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(value) && isDate(value);
const wallTime: Judge = ({ value }) => /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(value) && isDate(value);
const isDate = (value: string) => {
  const [year, month, day] = [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
};
/** Never floating: Outlook refuses it, and an hour is an hour only with its zone. */
const time: Judge = (line) => (line.params.has("TZID") ? wallTime(line) : utcTime(line));
const oneOf =
  (...values: string[]): Judge =>
  ({ value }) =>
    values.includes(value);
const whole: Judge = ({ value }) => /^\d{1,9}$/.test(value);
const offset: Judge = ({ value }) => /^[+-]([01]\d|2[0-3])[0-5]\d$/.test(value);
const address: Judge = ({ value }) => /^mailto:[^\s<>",;:@]+@[^\s<>",;:@]+$/.test(value);
const duration: Judge = ({ value }) => /^P(\d+W|\d+D(T(\d+H)?(\d+M)?)?|T(\d+H(\d+M)?|\d+M))$/.test(value);
const uri: Judge = ({ value }) => /^[\x21-\x7e]+$/.test(value) && URL.canParse(value);
const identifier: Judge = (line) => text(line) && line.value.length > 0;
const recurrence: Judge = ({ value }) =>
  /^FREQ=YEARLY;BYMONTH=([1-9]|1[0-2]);BYDAY=-?[1-4](SU|MO|TU|WE|TH|FR|SA)$/.test(value);

/** What a property may be, and the parameters that it may have, each with its values. */
export type Form = { is: Judge; params?: Record<string, RegExp>; must?: Record<string, string> };

const named = { CN: /^[^"^\\]+$/ };

export const forms: Record<string, Record<string, Form>> = {
  VCALENDAR: {
    VERSION: { is: oneOf("2.0") },
    PRODID: { is: identifier },
    CALSCALE: { is: oneOf("GREGORIAN") },
    METHOD: { is: oneOf("PUBLISH", "REQUEST", "CANCEL") },
    NAME: { is: text },
    DESCRIPTION: { is: text },
    "REFRESH-INTERVAL": { is: duration, must: { VALUE: "DURATION" } },
    "X-WR-CALNAME": { is: text },
    "X-WR-CALDESC": { is: text },
    "X-PUBLISHED-TTL": { is: duration },
  },
  VEVENT: {
    UID: { is: identifier },
    SEQUENCE: { is: whole },
    DTSTAMP: { is: utcTime },
    "LAST-MODIFIED": { is: utcTime },
    DTSTART: { is: time, params: { TZID: /^[A-Za-z/_]+$/ } },
    DTEND: { is: time, params: { TZID: /^[A-Za-z/_]+$/ } },
    SUMMARY: { is: text },
    LOCATION: { is: text },
    DESCRIPTION: { is: text },
    URL: { is: uri },
    STATUS: { is: oneOf("CONFIRMED", "TENTATIVE", "CANCELLED") },
    TRANSP: { is: oneOf("OPAQUE", "TRANSPARENT") },
    "X-MICROSOFT-CDO-BUSYSTATUS": { is: oneOf("FREE", "TENTATIVE", "BUSY", "OOF") },
    ORGANIZER: { is: address, params: named },
    ATTENDEE: {
      is: address,
      params: {
        ...named,
        CUTYPE: /^(INDIVIDUAL|GROUP|RESOURCE|ROOM|UNKNOWN)$/,
        ROLE: /^(CHAIR|REQ-PARTICIPANT|OPT-PARTICIPANT|NON-PARTICIPANT)$/,
        PARTSTAT: /^(NEEDS-ACTION|ACCEPTED|DECLINED|TENTATIVE|DELEGATED)$/,
        RSVP: /^(TRUE|FALSE)$/,
      },
    },
  },
  VTIMEZONE: {
    TZID: { is: identifier },
    "LAST-MODIFIED": { is: utcTime },
    "X-LIC-LOCATION": { is: text },
  },
  ...Object.fromEntries(
    ["STANDARD", "DAYLIGHT"].map((part) => [
      part,
      {
        TZNAME: { is: text },
        TZOFFSETFROM: { is: offset },
        TZOFFSETTO: { is: offset },
        DTSTART: { is: wallTime },
        RRULE: { is: recurrence },
      },
    ]),
  ),
};

/** Which properties a component cannot be without. */
export const needed: Record<string, string[]> = {
  VCALENDAR: ["VERSION", "PRODID", "METHOD"],
  VEVENT: ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE"],
  VTIMEZONE: ["TZID"],
  STANDARD: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"],
  DAYLIGHT: ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE"],
};

/** Which components may stand in which. */
export const inside: Record<string, string[]> = {
  VCALENDAR: ["VTIMEZONE", "VEVENT"],
  VTIMEZONE: ["STANDARD", "DAYLIGHT"],
  VEVENT: [],
  STANDARD: [],
  DAYLIGHT: [],
};
