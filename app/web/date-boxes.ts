// The day in the three boxes of a date field, and the boxes that a day fills.
import { type CivilDate, isCivilDate } from "~/shared/civil-time";

const boxes = ["year", "month", "day"] as const;

/** Null where the boxes make no real date; "nothing" where all three are blank. */
export function readDateBoxes(posted: FormData, name: string): CivilDate | "nothing" | null {
  const [year = "", month = "", day = ""] = boxes.map((box) =>
    String(posted.get(`${name}-${box}`) ?? "").trim(),
  );
  if (year + month + day === "") return "nothing";
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

export function dateBoxesOf(date: CivilDate | null) {
  if (date === null) return undefined;
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month: String(Number(month)), day: String(Number(day)) };
}
