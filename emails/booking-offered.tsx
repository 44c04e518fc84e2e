// To someone on the waiting list for whom a place is held until a time.
import { longDateTimeAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingOffered: Template<"booking offered"> = {
  words: {
    subject: "A place is free for you: {{courseAndDate}}",
    heading: "A place is free for you",
    body: `A place has come free, and we are holding it for you.

**Accept it by {{until}}.** After that we offer it to the next person.

{{details}}

{{answer}}

You do not have the place until you accept it. If you no longer want it, please decline, so that the next person hears sooner.`,
  },
  opening: "Accept it by {{until}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    until: longDateTimeAt(facts.offerEndsAt),
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    answer: (
      <MainLink href={addressOf(house, paths.offer(facts.bookingId))}>Accept or decline the place</MainLink>
    ),
  }),
  needed: ["until", "details", "answer"],
};
