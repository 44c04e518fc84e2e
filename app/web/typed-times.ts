// Dates and times as people and browsers write them: 2026-11-24, 24/11/2026, 24.11.26; 09:30, 9.30am, 5pm.
import { type CivilDate, isCivilDate, isWallTime, type WallTime } from "~/shared/civil-time";

/** The date that was meant, day before month, or null. */
export function readDate(text: string): CivilDate | null {
  const trimmed = text.trim();
  if (isCivilDate(trimmed)) return trimmed;
  const parts = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{2}|\d{4})$/.exec(trimmed);
  if (!parts) return null;
  const [, day = "", month = "", year = ""] = parts;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

/** The wall time that was meant, or null. Without am or pm it is the 24-hour clock. */
export function readTime(text: string): WallTime | null {
  const parts = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)? ?(am|pm)?$/i.exec(text.trim());
  if (!parts) return null;
  const [, hourText = "", minute = "00", half] = parts;
  const hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return null;
  const twelve = hour % 12;
  const shown = half ? (half.toLowerCase() === "pm" ? twelve + 12 : twelve) : hour;
  const time = `${String(shown).padStart(2, "0")}:${minute}`;
  return isWallTime(time) ? time : null;
}
