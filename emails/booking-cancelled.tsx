// To someone whose booking has ended, by themselves or by us. A confirmed place is taken out of their calendar.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { withdrawalInWords } from "./calendar-words";
import { callOffInWords } from "./call-off-words";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

type Facts = MessageFacts["booking cancelled"];

export const bookingCancelled: Template<"booking cancelled"> = {
  words: {
    subject: "{{news}}: {{courseAndDate}}",
    heading: "{{news}}",
    body: `{{calledOff}}

{{meaning}} {{substitute}}

{{details}}

{{calendar}}

{{other}}

{{unexpected}}`,
  },
  opening: "You no longer have a booking for {{courseAndDate}}.",
  values: (facts) => ({
    news: newsOf(facts),
    courseAndDate: courseAndDate(facts),
    calledOff: facts.because
      ? `This training does not take place. ${callOffInWords[facts.because.reason]} We are sorry. You are not charged.`
      : "",
    meaning: meaningOf(facts),
    substitute: facts.substituted ? "A colleague goes in your place. You are not charged." : "",
    calendar: facts.wasConfirmed ? withdrawalInWords(facts, "it") : "",
    unexpected: facts.because ? "" : "If you did not expect this, please tell us. Our address is below.",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} where={false} />,
    other: facts.because ? (
      <MainLink href={addressOf(house, paths.course(facts.because.courseSlug))}>
        See other dates of this course
      </MainLink>
    ) : (
      <MainLink href={addressOf(house, paths.courses())}>Find other training</MainLink>
    ),
  }),
  needed: ["calledOff", "meaning", "substitute", "details", "calendar"],
  calendar: (facts) => (facts.wasConfirmed ? { method: "CANCEL", facts } : null),
};

function newsOf(facts: Facts): string {
  if (facts.because) return "This training does not take place";
  return facts.wasConfirmed ? "Your place is cancelled" : "You are off the waiting list";
}

function meaningOf(facts: Facts): string {
  if (facts.wasConfirmed) return "You no longer have a place on this training.";
  return facts.because
    ? "You no longer have a booking for it."
    : "You are no longer waiting for a place on this training.";
}
