// A posted answer to an approval, from any page that lists them.
import { z } from "zod";
import { type ApprovalRefusal, answerApproval } from "~/domain/bookings/bookings.server";
import { noteField } from "./approval-row";
import type { Visit } from "./enter.server";
import { formWith, readForm } from "./forms.server";

const refusals: Record<ApprovalRefusal, string> = {
  "answered already": "This has been answered meanwhile, or the booking has ended",
  "already started": "The session has begun, so it is too late to answer",
  "agency not confirmed":
    "Their agency no longer confirms them, so they cannot have a place. Decline instead",
  "account closed": "Their account is closed, so they cannot have a place. Decline instead",
};

/** What was answered, or the form to show again. @throws NotFound for whoever may not answer it */
export function readAnswer(visit: Visit, posted: FormData) {
  const approvalId = String(posted.get("approvalId") ?? "");
  const note = noteField(approvalId);
  const read = readForm(
    posted,
    z.object({
      intent: z.enum(["approve", "decline"], { error: "Answer with one of the buttons" }),
      [note]: z.string().trim().max(500, "Enter a note of 500 characters or fewer").optional(),
    }),
  );
  if (!read.ok) {
    const { intent, ...others } = read.form.errors;
    return {
      ok: false,
      form: { ...read.form, errors: intent ? { ...others, "": intent } : others },
    } as const;
  }
  const approve = read.value.intent === "approve";
  const typed = read.value[note];
  const answered = answerApproval(visit, { approvalId, approve, note: approve ? undefined : typed });
  if (!answered.ok) return { ok: false, form: formWith(posted, { "": refusals[answered.reason] }) } as const;
  return { ok: true, done: approve ? "approved" : "turned-down" } as const;
}

export const answersInWords: Record<string, string> = {
  approved: "Approved. We have written to them.",
  "turned-down": "Declined. We have written to them.",
};
