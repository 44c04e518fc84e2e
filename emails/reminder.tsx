// To someone with a place, on the working morning before.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { longDate, plainDate, timeRange } from "~/shared/format";
import { bookingPage } from "./house";
import { BookingDetails, MainLink } from "./layout";
import type { Template } from "./template";

export const reminder: Template<"reminder"> = {
  words: {
    subject: "Reminder: {{courseAndDate}}",
    heading: "Your training is soon",
    body: `We expect you on **{{day}}, {{times}}**.

{{details}}

{{howToJoin}}

{{booking}}

If you cannot come, please cancel on your booking page now. Someone may be waiting for the place.`,
  },
  opening: "We expect you on {{day}}, {{times}}.",
  values: (facts) => ({
    courseAndDate: comingDay(facts),
    day: longDate(facts.meeting.date),
    times: timeRange(facts.meeting.startTime, facts.meeting.endTime),
    howToJoin:
      facts.mode === "online"
        ? "The joining link is on your booking page. Sign in there shortly before we start."
        : "",
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    booking: <MainLink href={bookingPage(house, facts)}>See or cancel your booking</MainLink>,
  }),
  needed: ["day", "times", "details", "booking"],
};

/** The day that is reminded of: of the second one, the first is over. */
const comingDay = ({ courseTitle, meeting }: MessageFacts["reminder"]) =>
  `${courseTitle}, ${plainDate(meeting.date)}${meeting.of > 1 ? ` (day ${meeting.number} of ${meeting.of})` : ""}`;
