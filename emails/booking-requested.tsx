// To someone whose wish a coordinator looks at first.
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingRequested: Template<"booking requested"> = {
  words: {
    subject: "We are looking at your booking: {{courseAndDate}}",
    heading: "We are looking at your booking",
    body: `You asked for a place on this training. Our record does not show everything that the course asks for, so a coordinator looks at it first. You do not have to do anything.

**You do not have a place yet.** We write to you as soon as we have decided.

{{details}}

{{booking}}`,
  },
  opening: "You do not have a place yet.",
  values: (facts) => ({ courseAndDate: courseAndDate(facts) }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See your booking</MainLink>,
  }),
  needed: ["details", "booking"],
};
