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
});
