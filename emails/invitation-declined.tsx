// To somebody whose calendar program declined our invitation: the place is theirs until they cancel it.
import { paths } from "~/web/paths";
import { addressOf, bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const invitationDeclined: Template<"invitation declined"> = {
  words: {
    subject: "Do you want to cancel? {{course}}",
    heading: "Do you want to cancel your place?",
    body: `Your calendar told us that you declined the invitation to this training. **You still have your place.** Declining in a calendar does not cancel it.

{{details}}

If you cannot come, please cancel. Then somebody else can have the place.

{{cancel}}

If you are coming, you need not do anything. {{booking}}`,
  },
  opening: "You still have your place on {{course}}.",
  values: (facts, house) => ({
    course: courseAndDate(facts),
    booking: `Your booking is here: ${bookingPage(house, facts)}`,
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    cancel: (
      <MainLink href={addressOf(house, paths.cancellation(facts.bookingId))}>Cancel your place</MainLink>
    ),
  }),
  needed: ["details", "cancel"],
};
