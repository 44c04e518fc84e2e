// Pure: when a person may be erased.
import type { BookingState } from "~/domain/bookings/bookings";

export type ErasureRefusal =
  | "merged into another account"
  | "your own account"
  | "last administrator"
  | "teaches sessions to come"
  | "has bookings to come";

export type ErasureStanding = {
  personId: string;
  name: string;
  email: string;
  agencyName: string;
  erasedAt: number | null;
  mergedIntoId: string | null;
  /** Other accounts of the same person, which this one took over: they are erased with it. */
  mergedAccounts: { personId: string; email: string }[];
  lastAdministrator: boolean;
  teaches: { sessionId: string; courseTitle: string; startsAt: number }[];
  /** `begun`: it can no longer be cancelled. */
  bookings: { id: string; courseTitle: string; startsAt: number; state: BookingState; begun: boolean }[];
};

/** Why not, or null. What someone else counts on comes first to an end. */
export function mayBeErased(standing: ErasureStanding, askedBy: string | null): ErasureRefusal | null {
  if (standing.mergedIntoId !== null) return "merged into another account";
  if (standing.personId === askedBy) return "your own account";
  if (standing.lastAdministrator) return "last administrator";
  if (standing.teaches.length > 0) return "teaches sessions to come";
  return standing.bookings.length > 0 ? "has bookings to come" : null;
}
