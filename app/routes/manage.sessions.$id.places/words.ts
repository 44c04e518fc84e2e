// The words of keeping places.
import type { HeldPlaces, HoldRefusal } from "~/domain/bookings/bookings.server";

export const kindInWords: Record<HeldPlaces["kind"], string> = {
  quota: "Quota",
  reserved: "Reserved, named later",
};

/** The field to put right, and how. */
export const refusalInWords: Record<HoldRefusal, readonly [field: string, message: string]> = {
  "no such mode": ["mode", "Select where the places are: this session has none there"],
  "no places": ["places", "Enter a whole number of places, 1 or more"],
  "not open": ["", "This session takes no bookings, so no places can be kept."],
  "not open yet": ["", "Booking has not opened yet."],
  "booking closed": ["", "Booking has closed, so no places can be kept."],
  full: ["places", "Enter fewer places: there are not so many free that nobody else is waiting for"],
  "released already": [
    "lastDay",
    "Enter a later day: kept until then, they would go back to everyone at once",
  ],
  "more than half": ["places", "Enter fewer places: an agency reserves at most half of them"],
  "after the start": ["lastDay", "Enter a day before the session starts"],
};

export const doneInWords: Record<string, string> = {
  quota: "The quota is set",
  reserved: "The places are reserved: the agency’s lead can name people for them",
  "given-back": "The places are given back: they go to those who wait, then to everyone",
};
