// A date to move to, in words, and why a move was refused.
import type { MoveChoice, MoveRefusal } from "~/domain/bookings/bookings.server";
import { counted, listed, meetingTime } from "~/shared/format";

export const choiceValue = ({ sessionId, mode }: MoveChoice) =>
  `${sessionId}~${mode === "online" ? "online" : "room"}`;

export function choiceInWords({ dates, mode, venueName, places, hybrid }: MoveChoice) {
  const where = mode === "online" ? "Online" : (venueName ?? "Venue to be confirmed");
  return {
    when: listed(dates.map(meetingTime)),
    where: hybrid && mode !== "online" ? `${where}, in the room` : where,
    places: `${counted(places, "place")} left`,
  };
}

export const refusalInWords: Record<MoveRefusal, string> = {
  full: "The last place on that date has just gone. Select another date",
  "already booked": "You are booked on that date already. Select another date",
  "not open": "That date is no longer open for booking. Select another date",
  "not open yet": "Booking has not opened for that date yet. Select another date",
  "booking closed": "Booking has closed for that date. Select another date",
  "another course": "Select a date of the same course",
  "already started": "The session has started, so the booking can no longer be moved",
  "agency not confirmed": "Your agency has not confirmed that you work there, so the booking cannot be moved",
  "account closed": "The account is closed, so the booking cannot be moved",
  "not live": "This booking has ended, so it can no longer be moved",
};
