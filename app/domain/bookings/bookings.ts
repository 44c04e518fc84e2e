// The words of the bookings room. Safe in a browser.
import { z } from "zod";

export type BookingState =
  | "confirmed"
  | "waiting"
  | "offered"
  | "declined"
  | "expired"
  | "cancelled"
  | "attended"
  | "partly attended"
  | "did not attend";

export const attendanceMarks = ["present", "late", "left early", "absent"] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** What the booking form asks besides what is already known. */
export const bookingForm = z.object({
  accessNeeds: z.string().trim().max(500, "Enter access needs of 500 characters or fewer").optional(),
  dietaryNeeds: z.string().trim().max(500, "Enter dietary needs of 500 characters or fewer").optional(),
});

/** What someone needs in the room and at the table, for those who deliver the day; null where nothing is recorded. */
export function needsInWords(person: {
  accessNeeds: string | null;
  dietaryNeeds: string | null;
}): string | null {
  const said = [person.accessNeeds, person.dietaryNeeds].map((needs) => needs?.trim()).filter(Boolean);
  return said.join("; ") || null;
}
