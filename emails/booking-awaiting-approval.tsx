// To someone whose line manager or agency lead has to agree first.
import { longDateTimeAt } from "~/shared/format";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const bookingAwaitingApproval: Template<"booking awaiting approval"> = {
  words: {
    subject: "Waiting for approval: {{courseAndDate}}",
    heading: "Waiting for approval",
    body: `This course asks for approval first. We have written to {{approver}}. They have until {{until}} to answer.

{{silence}}

{{place}}

{{details}}

{{booking}}`,
  },
  opening: "We have written to {{approver}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    approver: facts.askedOf === "line manager" ? "your line manager" : "your agency lead",
    until: longDateTimeAt(facts.answerBy),
    silence:
      facts.silence === "declined"
        ? "If they do not answer by then, the booking ends. It helps to tell them about it."
        : "If they do not answer by then, we take it that they agree.",
    place: facts.placeHeld
      ? "We are keeping a place for you until then."
      : "The session is full. Once approved, you are on the waiting list, with your turn counted from today.",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See your booking</MainLink>,
  }),
  needed: ["approver", "until", "silence", "place", "details", "booking"],
};
