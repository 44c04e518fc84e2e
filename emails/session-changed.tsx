// To each person booked on a session whose title, time, place or joining link is another than before.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { updateInWords } from "./calendar-words";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, MainLink } from "./layout";
import { beforeInWords, changedInWords, changeHeading, isForCalendars } from "./plan-change-words";
import type { Template } from "./template";

type Facts = MessageFacts["session changed"];

export const sessionChanged: Template<"session changed"> = {
  words: {
    subject: "{{news}}: {{courseAndDate}}",
    heading: "{{news}}",
    body: `{{standing}} We have changed {{changed}}. This is how it is now.

{{details}}

{{before}}

{{howToJoin}}

{{booking}}

{{next}} If you cannot come now, please cancel on your booking page.

{{calendar}}`,
  },
  opening: "Please check what is new for {{courseAndDate}}.",
  values: (facts) => ({
    news: changeHeading(facts),
    courseAndDate: courseAndDate(facts),
    standing: facts.hasPlace
      ? "You have a place on this training."
      : "You have asked for a place on this training.",
    changed: changedInWords(facts),
    before: beforeInWords(facts),
    howToJoin:
      facts.mode === "online" && facts.hasPlace
        ? `The ${facts.changed.includes("link") ? "new joining link" : "joining link"} is on your booking page.`
        : "",
    next: facts.hasPlace
      ? "You keep your place and need not do anything."
      : "Nothing else about your booking has changed: if you hold an offer, answer it in its time.",
    calendar: inCalendar(facts) ? updateInWords(facts) : "",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See or cancel your booking</MainLink>,
  }),
  needed: ["changed", "details", "before", "booking"],
  calendar: (facts) => (inCalendar(facts) ? { method: "REQUEST", facts } : null),
};

const inCalendar = (facts: Facts) => facts.hasPlace && isForCalendars(facts);
