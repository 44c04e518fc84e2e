// Every template by its kind. Loaded when the first letter is composed, because it brings react-email with it.
import type { MessageKind } from "~/domain/notifications/notifications";
import { accountChanged } from "./account-changed";
import { accountToConfirm } from "./account-to-confirm";
import { addressToConfirm } from "./address-to-confirm";
import { agencyConfirmed, agencyDeclined } from "./agency-answer";
import { bookingCancelled } from "./booking-cancelled";
import { bookingConfirmed } from "./booking-confirmed";
import { bookingOffered } from "./booking-offered";
import { bookingWaiting } from "./booking-waiting";
import { complaintAcknowledged } from "./complaint-acknowledged";
import { complaintAnswered } from "./complaint-answered";
import { complaintReceived } from "./complaint-received";
import { complaintToAcknowledge } from "./complaint-to-acknowledge";
import { endEvaluation } from "./end-evaluation";
import { offerExpired } from "./offer-expired";
import { signInLink } from "./sign-in-link";
import type { Template } from "./template";
import { welcome } from "./welcome";

export const templates: { [Kind in MessageKind]: Template<Kind> } = {
  welcome,
  "sign-in link": signInLink,
  "address to confirm": addressToConfirm,
  "account changed": accountChanged,
  "account to confirm": accountToConfirm,
  "agency confirmed": agencyConfirmed,
  "agency declined": agencyDeclined,
  "booking confirmed": bookingConfirmed,
  "booking waiting": bookingWaiting,
  "booking offered": bookingOffered,
  "offer expired": offerExpired,
  "booking cancelled": bookingCancelled,
  "end evaluation": endEvaluation,
  "complaint received": complaintReceived,
  "complaint to acknowledge": complaintToAcknowledge,
  "complaint acknowledged": complaintAcknowledged,
  "complaint answered": complaintAnswered,
};
