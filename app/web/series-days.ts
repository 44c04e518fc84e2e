// The days of a series as its form stands in an address: a rhythm with a number of times, or a pasted list of dates.
import { mostInSeries, type Repeat, repeatedDays, repeats } from "~/domain/sessions/sessions";
import type { CivilDate } from "~/shared/civil-time";
import { readDate } from "./typed-times";

export const seriesFieldOrder = ["repeat", "times", "dates"];

export type TypedSeries = { repeat: string; times: string; dates: string };

/** Which days are meant, or what to put right. */
export function readSeries(
  typed: TypedSeries,
  first: CivilDate,
): { ok: true; days: CivilDate[] } | { ok: false; errors: Record<string, string> } {
  if (typed.repeat === "dates") return readDates(typed.dates);
  const repeat = repeats.find((known) => known === typed.repeat);
  if (!repeat) return { ok: false, errors: { repeat: "Select how often it is repeated" } };
  const times = /^\d{1,3}$/.test(typed.times) ? Number(typed.times) : 0;
  if (times < 1 || times > mostInSeries)
    return { ok: false, errors: { times: `Enter how many more times, from 1 to ${mostInSeries}` } };
  return { ok: true, days: repeatedDays(first, repeat, times) };
}

function readDates(text: string): ReturnType<typeof readSeries> {
  const lines = text
    .split(/[\n\t,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const days = lines.map(readDate);
  const wrong = lines.filter((_, index) => days[index] === null);
  if (lines.length === 0) return { ok: false, errors: { dates: "Enter the dates, one on each line" } };
  if (wrong.length > 0)
    return {
      ok: false,
      errors: { dates: `Enter dates such as 24/11/2026. This is not one: ${wrong[0]?.slice(0, 40)}` },
    };
  if (lines.length > mostInSeries)
    return { ok: false, errors: { dates: `Enter ${mostInSeries} dates or fewer at a time` } };
  return { ok: true, days: [...new Set(days.filter((day) => day !== null))].sort() };
}

export const repeatInWords: Record<Repeat | "dates", string> = {
  weekly: "Every week",
  fortnightly: "Every two weeks",
  monthly: "Every month, on the same weekday",
  dates: "On dates that I enter",
};
