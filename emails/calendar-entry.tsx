// A further day of somebody's training for their calendar, or one that is no longer part of it: mail programs read one
// calendar part a letter.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { meetingTime, plainDate } from "~/shared/format";
import { bookingPage } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const calendarEntry: Template<"calendar entry"> = {
  words: {
    subject: "{{what}}: {{course}}, {{date}}",
    heading: "{{what}}",
    body: `This email is for your calendar. {{why}}

{{course}}: {{dayAndTime}}

{{note}}

{{booking}}`,
  },
  opening: "An entry for your calendar: {{course}}, {{date}}.",
  values: (facts) => ({
    what: whatOf(facts),
    why: whyOf(facts),
    course: facts.courseTitle,
    date: plainDate(facts.meeting.date),
    dayAndTime: meetingTime(facts.meeting),
    note:
      facts.method === "REQUEST"
        ? "Declining the entry does not cancel your place."
        : "If the entry stays there, please delete it yourself.",
  }),
  pieces: (facts, house) => ({
    booking: <MainLink href={bookingPage(house, facts.twice ?? facts)}>See your booking</MainLink>,
  }),
  needed: ["course", "dayAndTime"],
  calendar: ({ meeting, method, twice: _, ...facts }) => ({
    method,
    facts: { ...facts, meetings: [meeting] },
  }),
};

type Facts = MessageFacts["calendar entry"];

function whyOf({ method, twice }: Facts): string {
  if (twice)
    return `You had booked this training with two accounts, which are one now. You keep your place, with the booking reference ${twice.reference}. ${
      method === "REQUEST" ? "Its entry is attached." : "The attached update takes the double entry out."
    }`;
  return method === "REQUEST"
    ? "Your training has more than one day, and each day has an entry of its own."
    : "The attached update takes this day out of it.";
}

function whatOf({ method, meeting, twice }: Facts): string {
  if (method === "CANCEL")
    return twice ? "A double entry to take out of your calendar" : "A day to take out of your calendar";
  if (twice) return "The entry for your calendar";
  return `Day ${meeting.number} of ${meeting.of} for your calendar`;
}
