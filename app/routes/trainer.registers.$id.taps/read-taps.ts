// Taps as the script posts them: "tap-<booking>" is "<instant>.<mark>", both by the phone's clock, which `now` tells.
import type { AttendanceMark } from "~/domain/bookings/bookings";
import { markOfValue } from "~/web/register-marks";

const tapField = /^tap-(.+)$/;
const tapValue = /^(\d{1,15})\.([a-z-]*)$/;

/** Each mark with its instant by our own clock; null for what the script would not send. An empty mark takes one back. */
export function readTaps(posted: FormData, now: number) {
  const phone = Number(posted.get("now"));
  if (!Number.isSafeInteger(phone) || phone <= 0) return null;
  const marks = new Map<string, AttendanceMark | null>();
  const tapped = new Map<string, number>();
  for (const [field, value] of posted) {
    const bookingId = tapField.exec(field)?.[1];
    if (bookingId === undefined) continue;
    const [, at, given = ""] = tapValue.exec(String(value)) ?? [];
    const mark = given === "" ? null : markOfValue(given);
    if (at === undefined || mark === undefined) return null;
    marks.set(bookingId, mark);
    // How long ago it was: right also by a clock that is wrong.
    tapped.set(bookingId, now - (phone - Number(at)));
  }
  return { marks, tapped };
}
