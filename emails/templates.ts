// Every template by its kind. Loaded when the first letter is composed, because it brings react-email with it.
import type { MessageKind } from "~/domain/notifications/notifications";
import { accountChanged } from "./account-changed";
import { accountToConfirm } from "./account-to-confirm";
import { addressToConfirm } from "./address-to-confirm";
import { agencyConfirmed, agencyDeclined } from "./agency-answer";
import { agencyDigest } from "./agency-digest";
import { approvalAsked } from "./approval-asked";
import { bookingAwaitingApproval } from "./booking-awaiting-approval";
import { bookingCancelled } from "./booking-cancelled";
import { bookingConfirmed } from "./booking-confirmed";
import { bookingDeclined } from "./booking-declined";
import { bookingMoved } from "./booking-moved";
import { bookingOffered } from "./booking-offered";
import { bookingRequested } from "./booking-requested";
import { bookingWaiting } from "./booking-waiting";
import { calendarEntry } from "./calendar-entry";
import { certificate } from "./certificate";
import { chargeAnswered, chargeMade } from "./charges";
import { complaintAcknowledged } from "./complaint-acknowledged";
import { complaintAnswered } from "./complaint-answered";
import { complaintReceived } from "./complaint-received";
import { complaintToAcknowledge } from "./complaint-to-acknowledge";
import { endEvaluation } from "./end-evaluation";
import { evaluationDue } from "./evaluation-due";
import { invitationDeclined } from "./invitation-declined";
import { joiningDetails } from "./joining-details";
import { learningAnswered } from "./learning-answered";
import { lineManagerEvaluation } from "./line-manager-evaluation";
import { minimumNotMet } from "./minimum-not-met";
import { offerExpired } from "./offer-expired";
import { offerNews } from "./offer-news";
import { releaseSignedOff } from "./release-signed-off";
import { reminder } from "./reminder";
import { renewalDue } from "./renewal-due";
import { sessionChanged } from "./session-changed";
import { sessionNote } from "./session-note";
import { signInLink } from "./sign-in-link";
import { teachingChanged } from "./teaching-changed";
import { teachingEntry } from "./teaching-entry";
import { teachingReminder } from "./teaching-reminder";
import type { Template } from "./template";
import { trainerConfirmed } from "./trainer-confirmed";
import { trainerDeclined } from "./trainer-declined";
import { trainerInvited } from "./trainer-invited";
import { trainerReleased } from "./trainer-released";
import { waitingEnded } from "./waiting-ended";
import { welcome } from "./welcome";

export const templates: { [Kind in MessageKind]: Template<Kind> } = {
  welcome,
  "sign-in link": signInLink,
  "address to confirm": addressToConfirm,
  "account changed": accountChanged,
  "account to confirm": accountToConfirm,
  "agency confirmed": agencyConfirmed,
  "agency declined": agencyDeclined,
  "booking requested": bookingRequested,
  "booking awaiting approval": bookingAwaitingApproval,
  "approval asked": approvalAsked,
  "booking declined": bookingDeclined,
  "booking confirmed": bookingConfirmed,
  "invitation declined": invitationDeclined,
  "booking waiting": bookingWaiting,
  "booking offered": bookingOffered,
  "offer expired": offerExpired,
  "waiting ended": waitingEnded,
  "booking moved": bookingMoved,
  "booking cancelled": bookingCancelled,
  "session changed": sessionChanged,
  "teaching changed": teachingChanged,
  "teaching entry": teachingEntry,
  "teaching reminder": teachingReminder,
  "trainer invited": trainerInvited,
  "trainer confirmed": trainerConfirmed,
  "trainer declined": trainerDeclined,
  "trainer released": trainerReleased,
  "agency digest": agencyDigest,
  "offer news": offerNews,
  "minimum not met": minimumNotMet,
  "calendar entry": calendarEntry,
  "joining details": joiningDetails,
  reminder,
  "session note": sessionNote,
  "renewal due": renewalDue,
  "end evaluation": endEvaluation,
  "evaluation due": evaluationDue,
  "manager evaluation": lineManagerEvaluation,
  certificate,
  "external learning answered": learningAnswered,
  "charge made": chargeMade,
  "charge answered": chargeAnswered,
  "release signed off": releaseSignedOff,
  "complaint received": complaintReceived,
  "complaint to acknowledge": complaintToAcknowledge,
  "complaint acknowledged": complaintAcknowledged,
  "complaint answered": complaintAnswered,
};
