// Addresses that put one entry into a calendar kept on the web, and addresses to subscribe to. Nothing secret is in the
// former: whoever keeps the calendar reads them.
type Entry = {
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  /** The page that says more, as a whole address. */
  url: string;
};

/** "2026-11-24T09:30:00Z" */
const utc = (instant: number) => new Date(instant).toISOString().replace(/\.\d{3}/, "");

// Outlook shows a plus sign as one, so spaces are written as URLs write them everywhere, not only in forms.
const withQuery = (address: string, query: Record<string, string>) =>
  `${address}?${Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")}`;

const googleEntry = ({ title, startsAt, endsAt, place, url }: Entry): string =>
  withQuery("https://calendar.google.com/calendar/render", {
    action: "TEMPLATE",
    text: title,
    dates: [startsAt, endsAt].map((instant) => utc(instant).replace(/[-:]/g, "")).join("/"),
    details: url,
    location: place,
  });

/** Outlook on the web, as organisations have it. */
const outlookEntry = ({ title, startsAt, endsAt, place, url }: Entry): string =>
  withQuery("https://outlook.office.com/calendar/deeplink/compose", {
    path: "/calendar/action/compose",
    rru: "addevent",
    startdt: utc(startsAt),
    enddt: utc(endsAt),
    subject: title,
    body: url,
    location: place,
  });

type Meeting = { id: string; date: string; startsAt: number; endsAt: number };

export type DayToAdd = { id: string; date: string; google: string; outlook: string };

/** An entry for each day of a session that is not over, numbered where there are several. */
export function daysToAdd(
  { title, place, url, meetings }: { title: string; place: string; url: string; meetings: Meeting[] },
  now: number,
): DayToAdd[] {
  return meetings
    .map((meeting, index) => ({
      ...meeting,
      title: meetings.length > 1 ? `${title} (day ${index + 1} of ${meetings.length})` : title,
    }))
    .filter(({ endsAt }) => endsAt > now)
    .map(({ id, date, ...entry }) => ({
      id,
      date,
      google: googleEntry({ ...entry, place, url }),
      outlook: outlookEntry({ ...entry, place, url }),
    }));
}

/** The same address for programs that subscribe when a link is opened. */
export const webcal = (address: string): string => address.replace(/^https?:/, "webcal:");
