// Why a day of a series cannot be, in words.
import type { ScheduleRefusal, SeriesRefusal } from "~/domain/sessions/sessions.server";
import { longDate } from "~/shared/format";
import { refusalAtField } from "~/web/plan-refusals";

const dayRefusals: Partial<Record<ScheduleRefusal, string>> = {
  "starts in the past": "It would start in the past",
  "no such venue": "The venue can no longer be chosen",
  "no such room": "The room can no longer be chosen",
};

export const dayRefusalInWords = (refusal: ScheduleRefusal): string =>
  dayRefusals[refusal] ?? Object.values(refusalAtField[refusal])[0] ?? "";

export function refusalInWords(refusal: SeriesRefusal): string {
  if (refusal === "no days") return "Enter the days first";
  if (refusal === "too many days") return "That is too many days for one series";
  return `Nothing was scheduled. ${longDate(refusal.day)}: ${dayRefusalInWords(refusal.reason)}`;
}
