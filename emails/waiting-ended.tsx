// To someone who still waited when booking closed.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const waitingEnded: Template<"waiting ended"> = {
  words: {
    subject: "No place came free: {{courseAndDate}}",
    heading: "{{heading}}",
    body: `Booking has closed for this training, and {{whatHappened}}

{{details}}

{{dates}}`,
  },
  opening: "You do not have a place.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    heading: facts.wasRequested ? "Booking has closed" : "No place came free",
    whatHappened: facts.wasRequested
      ? "your request was still open. We are sorry. You do not have a place."
      : "no place came free for you. You are no longer waiting.",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} where={false} />,
    dates: (
      <MainLink href={addressOf(house, paths.courses({ q: facts.courseTitle }))}>
        See other dates of this course
      </MainLink>
    ),
  }),
  needed: ["whatHappened", "details", "dates"],
};
