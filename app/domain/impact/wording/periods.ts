// What a report is about, in words: which time, and which part of the offer.
import { addDays } from "~/shared/civil-time";
import { plainDate } from "~/shared/format";
import type { Period, Slice, SliceKind } from "../report";

const monthOf = (date: string) => plainDate(date).replace(/^\d+ /, "");

/** "April 2026 to March 2027", "July to September 2026" */
export function periodInWords({ from, until }: Pick<Period, "from" | "until">): string {
  const first = monthOf(from);
  const last = monthOf(addDays(until, -1));
  if (first === last) return first;
  const year = last.slice(-5);
  return first.endsWith(year) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}

/** "From April 2026 to March 2027": the start of a sentence. */
export function timeInWords(period: Pick<Period, "from" | "until">): string {
  const words = periodInWords(period);
  return words.includes(" to ") ? `From ${words}` : `In ${words}`;
}

/** "2026-27, the whole year", "2026-27, quarter 2 (July to September 2026)": a choice among periods. */
export function periodChoice(period: Period): string {
  const quarter = /-Q(\d)$/.exec(period.label)?.[1];
  return quarter === undefined
    ? `${period.label}: the whole year`
    : `${period.label.slice(0, 7)}, quarter ${quarter}: ${periodInWords(period)}`;
}

export const sliceKinds: Record<SliceKind, string> = {
  partnership: "The whole partnership",
  board: "Boards",
  theme: "Themes and priorities",
  course: "Courses",
  agency: "Agencies",
};

/** " on courses for Anytown children’s board"; blank for the whole partnership. After "at 12 sessions". */
export function sliceInWords({ kind, name }: Slice): string {
  if (kind === "partnership") return "";
  if (kind === "board") return ` of courses for ${name}`;
  if (kind === "theme") return ` of courses on ${name}`;
  if (kind === "course") return ` of “${name}”`;
  return ` that people from ${name} were booked on`;
}

/** "April 2023", from "2023-04" */
export const monthInWords = (period: string) => monthOf(`${period}-01`);

const kindWords: Record<SliceKind, string> = {
  partnership: "",
  board: "Board: ",
  theme: "Theme: ",
  course: "Course: ",
  agency: "Agency: ",
};

/** "Board: Anytown children’s board": a choice among parts. */
export const sliceChoice = ({ kind, name }: Slice) =>
  kind === "partnership" ? sliceKinds.partnership : `${kindWords[kind]}${name}`;
