// To someone who did not answer an offer in time, or before we closed booking.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const offerExpired: Template<"offer expired"> = {
  words: {
    subject: "The offer of a place has ended: {{courseAndDate}}",
    heading: "The offer of a place has ended",
    body: `{{whatHappened}}

{{details}}

{{session}}`,
  },
  opening: "You do not have a place.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    whatHappened: facts.bookingClosed
      ? "We held a place for you. We have now closed booking for this training, so you can no longer accept it. We are sorry. You do not have a place, and you are no longer on the waiting list."
      : "We held a place for you, but the time to accept it has passed. You do not have a place, and you are no longer on the waiting list. If you still want to come, you can join the waiting list again.",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} where={false} />,
    session: facts.bookingClosed ? (
      <MainLink href={addressOf(house, paths.courses({ q: facts.courseTitle }))}>
        See other dates of this course
      </MainLink>
    ) : (
      <MainLink href={addressOf(house, paths.session(facts.sessionId))}>See this training</MainLink>
    ),
  }),
  needed: ["whatHappened", "details", "session"],
};
