// To someone who has a place. A calendar invitation goes with it.
import { invitationInWords } from "./calendar-words";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingConfirmed: Template<"booking confirmed"> = {
  words: {
    subject: "Your place is confirmed: {{courseAndDate}}",
    heading: "Your place is confirmed",
    body: `You have a place on this training.

{{details}}

{{howToJoin}}

{{booking}}

{{calendar}} Declining it does not cancel your place.

If you cannot come, please cancel on your booking page. Then someone else can have the place.`,
  },
  opening: "You have a place on {{courseAndDate}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    howToJoin:
      facts.mode === "online"
        ? "The joining link is on your booking page. Sign in there shortly before we start."
        : "",
    calendar: invitationInWords(facts),
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See or cancel your booking</MainLink>,
  }),
  needed: ["details", "howToJoin", "booking", "calendar"],
  calendar: (facts) => ({ method: "REQUEST", facts }),
};
