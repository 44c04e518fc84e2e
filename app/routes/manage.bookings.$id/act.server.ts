// What a coordinator does with a booking, by the button that was pressed.
import { z } from "zod";
import { workAddress } from "~/domain/accounts/accounts";
import { cancelBooking, findPersonByEmail, substitute } from "~/domain/bookings/bookings.server";
import type { FormState } from "~/shared/form-state";
import type { SignedInVisit } from "~/web/enter.server";
import { formWith, readForm } from "~/web/forms.server";
import { paths } from "~/web/paths";
import { cancelInWords, nameInWords } from "./words";

const cancelForm = z.object({
  whose: z.enum(["theirs", "ours"], { error: "Select whose wish it is" }),
  reason: z.string().trim().max(500, "Enter a reason of 500 characters or fewer").optional(),
});
const substituteForm = z.object({ email: workAddress });

export function act(
  visit: SignedInVisit,
  bookingId: string,
  posted: FormData,
): { to: string } | { form: FormState } {
  if (posted.get("intent") === "substitute") return giveToColleague(visit, bookingId, posted);
  const read = readForm(posted, cancelForm);
  if (!read.ok) return { form: read.form };
  const { whose, reason } = read.value;
  const cancelled = cancelBooking(visit, {
    bookingId,
    ourDoing: whose === "ours",
    ...(reason && { reason }),
  });
  if (!cancelled.ok) return { form: formWith(posted, { "": cancelInWords[cancelled.reason] }) };
  return { to: paths.manageBooking(bookingId, { done: "cancelled" }) };
}

function giveToColleague(visit: SignedInVisit, bookingId: string, posted: FormData) {
  const read = readForm(posted, substituteForm);
  if (!read.ok) return { form: read.form };
  const colleague = findPersonByEmail(visit, read.value.email);
  if (!colleague) return { form: formWith(posted, { email: "Nobody has an account with this address" }) };
  const given = substitute(visit, { bookingId, personId: colleague.id });
  if (!given.ok) return { form: formWith(posted, { email: nameInWords[given.reason] }) };
  return { to: paths.manageBooking(given.value.bookingId, { done: "substituted" }) };
}
