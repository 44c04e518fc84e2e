// To someone whose booking moved to another date: the old entry leaves their calendar, the new booking confirms itself.
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { withdrawalInWords } from "./calendar-words";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingMoved: Template<"booking moved"> = {
  words: {
    subject: "Your booking has moved: {{courseAndDate}}",
    heading: "Your booking has moved",
    body: `You are now booked for {{newDate}}. We have sent you a confirmation of the new date.

This is the booking that you no longer have:

{{details}}

{{calendar}}

{{booking}}`,
  },
  opening: "You are now booked for {{newDate}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    newDate: longDateTimeAt(facts.toStartsAt),
    calendar: facts.wasConfirmed ? withdrawalInWords(facts, "the old date") : "",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} where={false} />,
    booking: <MainLink href={addressOf(house, paths.booking(facts.toBookingId))}>See your booking</MainLink>,
  }),
  needed: ["newDate", "details", "calendar", "booking"],
  calendar: (facts) => (facts.wasConfirmed ? { method: "CANCEL", facts } : null),
};
