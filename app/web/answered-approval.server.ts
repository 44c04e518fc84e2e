// A posted answer to an approval, from any page that lists them.
import { type ApprovalRefusal, answerApproval } from "~/domain/bookings/bookings.server";
import type { Visit } from "./enter.server";
import { formWith } from "./forms.server";
import { readYesOrNo } from "./yes-or-no.server";

const refusals: Record<ApprovalRefusal, string> = {
  "answered already": "This has been answered meanwhile, or the booking has ended",
  "already started": "The session has begun, so it is too late to answer",
  "agency not confirmed":
    "Their agency no longer confirms them, so they cannot have a place. Decline instead",
  "account closed": "Their account is closed, so they cannot have a place. Decline instead",
};

/** What was answered, or the form to show again. @throws NotFound for whoever may not answer it */
export function readAnswer(visit: Visit, posted: FormData) {
  const read = readYesOrNo(posted, "approvalId", "approve");
  if (!read.ok) return read;
  const { id: approvalId, agrees: approve, note } = read;
  const answered = answerApproval(visit, { approvalId, approve, note });
  if (!answered.ok) return { ok: false, form: formWith(posted, { "": refusals[answered.reason] }) } as const;
  return { ok: true, done: approve ? "approved" : "turned-down" } as const;
}

export const answersInWords: Record<string, string> = {
  approved: "Approved. We have written to them.",
  "turned-down": "Declined. We have written to them.",
};
