// How dates, times and numbers are written, everywhere: pages, messages and exports.
import { DateTime } from "luxon";
import { type CivilDate, london, type WallTime } from "./civil-time";

// Pages write the same few dates over and over, and zone arithmetic is the dearest part of a page: they are kept.
const mostKept = 5000;
function kept<Key>(write: (key: Key) => string): (key: Key) => string {
  const written = new Map<Key, string>();
  return (key) => {
    let text = written.get(key);
    if (text === undefined) {
      if (written.size >= mostKept) written.clear();
      text = write(key);
      written.set(key, text);
    }
    return text;
  };
}

const at = (instant: number) => DateTime.fromMillis(instant, { zone: london, locale: "en-GB" });
const on = (date: CivilDate) => DateTime.fromISO(date, { zone: "utc", locale: "en-GB" });

/** "Tuesday 24 November 2026" */
export const longDate = kept((date: CivilDate) => on(date).toFormat("cccc d LLLL yyyy"));
/** "24 November 2026" */
export const plainDate = kept((date: CivilDate) => on(date).toFormat("d LLLL yyyy"));
/** "Tue 24 Nov" */
export const shortDate = kept((date: CivilDate) => on(date).toFormat("ccc d LLL"));
/** "November 2026", from "2026-11" */
export const monthInWords = kept((month: string) => on(`${month}-01`).toFormat("LLLL yyyy"));
/** "24 November 2026", the London date at an instant */
export const plainDateAt = kept((instant: number) => at(instant).toFormat("d LLLL yyyy"));
/** "Tuesday 24 November 2026 at 5pm" */
export const longDateTimeAt = kept((instant: number) => {
  const moment = at(instant);
  return `${moment.toFormat("cccc d LLLL yyyy")} at ${clockTime(moment.toFormat("HH:mm"))}`;
});

/** "5:10pm", the London time at an instant */
export const plainTime = (instant: number) => clockTime(at(instant).toFormat("HH:mm"));

/** "9:30am", "4pm", "midday", "midnight" */
function clockTime(time: WallTime): string {
  if (time === "12:00") return "midday";
  if (time === "00:00") return "midnight";
  const [hour = "0", minute = "00"] = time.split(":");
  const h = Number(hour);
  return `${h % 12 === 0 ? 12 : h % 12}${minute === "00" ? "" : `:${minute}`}${h < 12 ? "am" : "pm"}`;
}

/** "9:30am to 4:30pm" */
export const timeRange = (start: WallTime, end: WallTime) => `${clockTime(start)} to ${clockTime(end)}`;

/** "Tuesday 24 November 2026, 9:30am to 4:30pm" */
export const meetingTime = (meeting: { date: CivilDate; startTime: WallTime; endTime: WallTime }) =>
  `${longDate(meeting.date)}, ${timeRange(meeting.startTime, meeting.endTime)}`;

/** "6 hours 30 minutes", from minutes */
export function duration(total: number): string {
  const h = Math.floor(total / 60);
  const m = total % 60;
  return [h > 0 ? counted(h, "hour") : "", m > 0 ? counted(m, "minute") : ""].filter(Boolean).join(" ");
}

/** "1 minute", "5 minutes": what is left of a wait, never too short */
export const minutesInWords = (seconds: number) => counted(Math.max(1, Math.ceil(seconds / 60)), "minute");

/** "1 place", "3 places", "no places" is the caller's to say */
export const counted = (n: number, one: string, many = `${one}s`) =>
  `${wholeNumber(n)} ${n === 1 ? one : many}`;

/** "1,234" */
export const wholeNumber = (n: number) => grouped.format(n);
// Made once: making a formatter costs far more than using it.
const grouped = new Intl.NumberFormat("en-GB");

/** "£50", "£1,037.50", from pence */
export const poundsAndPence = (pence: number) =>
  `£${wholeNumber(Math.trunc(pence / 100))}${pence % 100 === 0 ? "" : `.${String(pence % 100).padStart(2, "0")}`}`;

/** "1.9"; a true minus sign for negatives */
export const decimal = (n: number, places = 1) =>
  n
    .toFixed(places)
    .replace(/^-(?=.*[1-9])/, "−")
    .replace(/^-/, "");

/** "+1.9", "−0.4", "0.0" */
export const signed = (n: number, places = 1) => {
  const text = decimal(n, places);
  return n > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** "86%", from a share between 0 and 1 */
export const percent = (share: number) => `${Math.round(share * 100)}%`;

/** "a, b and c" */
export function listed(things: readonly string[]): string {
  if (things.length < 2) return things.join("");
  return `${things.slice(0, -1).join(", ")} and ${things[things.length - 1]}`;
}

/** "in 3 hours", "in 2 days": how long is left, rounded down so that nobody is promised more */
export function timeLeft(now: number, until: number): string {
  const minutes = Math.floor((until - now) / 60_000);
  if (minutes < 1) return "less than a minute";
  if (minutes < 60) return counted(minutes, "minute");
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), "hour");
  return counted(Math.floor(minutes / (24 * 60)), "day");
}
