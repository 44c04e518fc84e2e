// Marks as forms carry them, and why a register takes none; for every page that marks.
import { type AttendanceMark, attendanceMarks } from "~/domain/bookings/bookings";
import type { MarkRefusal } from "~/domain/bookings/bookings.server";

/** Ids are made from it, so it has no space. */
export const markValue = (mark: AttendanceMark | null) => mark?.replace(" ", "-") ?? "";

/** Undefined for what is no mark. */
export const markOfValue = (value: FormDataEntryValue | null): AttendanceMark | undefined =>
  attendanceMarks.find((mark) => markValue(mark) === value);

export const markRefusals: Record<MarkRefusal, string> = {
  "not open yet": "This register is not open yet. Nothing was saved. Come back an hour before the start.",
  "session cancelled": "This session was cancelled, so nothing was saved.",
  "not published": "This session is a draft, so nobody has a place on it yet. Nothing was saved.",
};
