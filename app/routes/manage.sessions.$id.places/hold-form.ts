// Keeping places: what the form must say, and the last day of it.
import { z } from "zod";
import { addDays, startOfDay } from "~/shared/civil-time";
import { readDateBoxes } from "~/web/date-boxes";

export const holdForm = z.object({
  kind: z.enum(["quota", "reserved"], { error: "Select how they are kept" }),
  agencyId: z.string({ error: "Select an agency" }).min(1, "Select an agency"),
  mode: z.enum(["in person", "online"], { error: "Select where the places are" }).optional(),
  places: z
    .string({ error: "Enter how many places" })
    .trim()
    .regex(/^[1-9]\d{0,2}$/, "Enter a whole number of places, 1 or more")
    .transform(Number),
});

/** The last instant of the day in the boxes; undefined where they are blank, null where they make no date. */
export function lastDayIn(posted: FormData): number | undefined | null {
  const date = readDateBoxes(posted, "lastDay");
  if (date === null) return null;
  return date === "nothing" ? undefined : startOfDay(addDays(date, 1)) - 1;
}
