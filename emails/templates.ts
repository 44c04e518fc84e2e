// Every template by its kind. Loaded when the first letter is composed, because it brings react-email with it.
import type { MessageKind } from "~/domain/notifications/notifications";
import { bookingCancelled } from "./booking-cancelled";
import { bookingConfirmed } from "./booking-confirmed";
import { bookingOffered } from "./booking-offered";
import { bookingWaiting } from "./booking-waiting";
import { endEvaluation } from "./end-evaluation";
import { offerExpired } from "./offer-expired";
import type { Template } from "./template";
import { welcome } from "./welcome";

export const templates: { [Kind in MessageKind]: Template<Kind> } = {
  welcome,
  "booking confirmed": bookingConfirmed,
  "booking waiting": bookingWaiting,
  "booking offered": bookingOffered,
  "offer expired": offerExpired,
  "booking cancelled": bookingCancelled,
  "end evaluation": endEvaluation,
};
