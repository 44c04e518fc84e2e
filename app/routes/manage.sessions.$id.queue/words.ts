// The words of the waiting-list workspace.
import type { OutOfTurnRefusal, PreviewStep, QueueEntry, QueueView } from "~/domain/bookings/bookings.server";
import type { WaitingPolicy } from "~/domain/terms/terms";

export const outOfTurnInWords: Record<OutOfTurnRefusal, string> = {
  "no reason": "Enter why they are offered a place out of turn",
  "not waiting": "They do not wait any more. Look at the list again.",
  "not able":
    "They cannot take a place now: their account is closed, or their agency has not confirmed them.",
  full: "No place is free for them. One has to come free first, or the session needs more places.",
  "booking closed": "Booking has closed for this session.",
  "not open": "This session is not open for booking.",
  "not open yet": "Booking has not opened for this session yet.",
};

export const policyInWords: Record<WaitingPolicy, string> = {
  "first come": "First come: whoever has waited longest is next",
  "mixed agencies": "Mixed agencies: agencies with fewer places first, then whoever has waited longest",
  "needs first": "Needs first: those who need the training most, then whoever has waited longest",
};
export const isPolicy = (text: string): text is WaitingPolicy => Object.hasOwn(policyInWords, text);

export const passedOverInWords: Record<NonNullable<QueueEntry["passedOver"]>, string> = {
  "account closed": "Passed over: their account is closed",
  "agency not confirmed": "Passed over: their agency has not confirmed that they work there",
};

export const becauseInWords: Record<NonNullable<PreviewStep["because"]>, string> = {
  "offers open": "Nobody: as many offers are open as the terms allow at a time",
  "group waits": "Nobody yet: the places are set aside for a group",
  "nobody waits": "Nobody who waits can take it. It is free for anyone to book",
  "more booked than places": "Nobody: there are more bookings than places",
};

export const windowInWords: Record<Exclude<QueueView["window"], "open">, string> = {
  "not open": "Nobody is offered a place: this session is not open for booking.",
  "not open yet": "Nobody is offered a place until booking opens.",
  "booking closed": "Nobody is offered a place any more: booking has closed.",
};

export const needInWords = [
  "must be trained and is not",
  "not known",
  "not asked of their work",
  "trained and in date",
] as const;
