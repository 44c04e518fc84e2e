// A coordinator's answer to a request, with a note to the person where it is declined.
import { answerRequest, type RequestRefusal } from "~/domain/bookings/bookings.server";
import type { Visit } from "~/web/enter.server";
import { formWith } from "~/web/forms.server";
import { readYesOrNo } from "~/web/yes-or-no.server";

const refusals: Record<RequestRefusal, string> = {
  "answered already": "This request has been answered meanwhile, or the booking has ended",
  "already started": "The session has begun, so it is too late to answer",
  "your own": "This is your own booking. Another coordinator has to answer",
  "agency not confirmed":
    "Their agency no longer confirms them, so they cannot have a place. Decline instead",
  "account closed": "Their account is closed, so they cannot have a place. Decline instead",
  "no line manager":
    "The course asks for a line manager’s approval, and they have named none. Ask them to name theirs in their account, or decline",
};

export const requestsInWords: Record<string, string> = {
  accepted: "Accepted. We have written to them.",
  refused: "Declined. We have written to them.",
};

/** What was answered, or the form to show again. @throws NotFound */
export function readRequestAnswer(visit: Visit, posted: FormData) {
  const read = readYesOrNo(posted, "bookingId", "accept");
  if (!read.ok) return read;
  const { id: bookingId, agrees: accept, note } = read;
  const answered = answerRequest(visit, { bookingId, accept, note });
  if (!answered.ok) return { ok: false, form: formWith(posted, { "": refusals[answered.reason] }) } as const;
  return { ok: true, done: accept ? "accepted" : "refused" } as const;
}
