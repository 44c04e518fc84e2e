// The words of the calendars room: what stands in a calendar, and who invites whom to it.

/** REQUEST puts an entry into a calendar or changes it; CANCEL takes it out. */
export type CalendarMethod = "REQUEST" | "CANCEL";

export type Correspondent = { name: string; email: string };

/** One entry in somebody's calendar; letters and feeds write it alike. Nobody's name and no joining link are part of it. */
export type CalendarEntry = {
  /** Fixed for good: a calendar knows an entry again by nothing else. */
  uid: string;
  /** Rises with every change of time, place, title or status. */
  sequence: number;
  /** When this was decided, as an instant: part of the bytes, so it is given and not read from a clock. */
  stamp: number;
  startsAt: number;
  endsAt: number;
  title: string;
  place: string;
  /** What else to know, a line each. */
  lines: string[];
  /** The page that it is about. */
  url: string;
  status: "confirmed" | "tentative" | "cancelled";
  /** What declining an invitation to it does, where answers are read and where they are not. */
  ifDeclined?: { read: string; unread: string };
};

/** The host of the service's public address, "https://training.example.org" gives "training.example.org": the last part of UIDs. */
export const calendarDomain = (publicUrl: string): string => new URL(publicUrl).hostname;

/**
 * Who invites: the service, by the address that letters come from, or Outlook distrusts it.
 * @param mailFrom "Training <training@example.org>", or the bare address
 */
export const organizerOf = (serviceName: string, mailFrom: string): Correspondent => ({
  name: serviceName,
  email: /<([^<>]+)>\s*$/.exec(mailFrom)?.[1]?.trim() ?? mailFrom.trim(),
});
