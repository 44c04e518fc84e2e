// The words of the bookings room. Safe in a browser.
import { z } from "zod";

export type BookingState =
  | "requested"
  | "awaiting approval"
  | "confirmed"
  | "waiting"
  | "offered"
  | "declined"
  | "expired"
  | "cancelled"
  | "moved"
  | "attended"
  | "partly attended"
  | "did not attend";

export const attendanceMarks = ["present", "late", "left early", "absent", "excused"] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** Where a place is: of a hybrid session, the room or online. */
export type PlaceMode = "in person" | "online";

/** In what capacity someone changes a booking. */
export type ActedAs =
  | "self"
  | "line manager"
  | "agency lead"
  | "coordinator"
  | "administrator"
  | "trainer"
  | "system";

/** Why a booking changed, where it is more than a person's own wish. */
export type Cause =
  | "session cancelled"
  | "substituted"
  | "named for a reserved place"
  | "booked twice"
  | "left"
  | "came anyway"
  | "no answer"
  | "booking closed"
  | "moved"
  | "out of turn"
  | "imported";

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

export * from "./offer/programme";
