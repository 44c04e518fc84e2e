// To someone who did not answer an offer in time.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const offerExpired: Template<"offer expired"> = {
  words: {
    subject: "The offer of a place has ended: {{courseAndDate}}",
    heading: "The offer of a place has ended",
    body: `We held a place for you, but the time to accept it has passed. You do not have a place, and you are no longer on the waiting list.

{{details}}

If you still want to come, you can join the waiting list again.

{{session}}`,
  },
  opening: "The time to accept the place has passed.",
  values: (facts) => ({ courseAndDate: courseAndDate(facts) }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} where={false} />,
    session: <MainLink href={addressOf(house, paths.session(facts.sessionId))}>See this training</MainLink>,
  }),
  needed: ["details", "session"],
};
