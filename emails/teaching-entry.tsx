// A further day of a trainer's session for their calendar, or one that is no longer part of it: mail programs read one
// calendar part a letter.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { meetingTime, plainDate } from "~/shared/format";
import { sessionLink, teachingEntryOf } from "./teaching-pieces";
import type { Template } from "./template";

export const teachingEntry: Template<"teaching entry"> = {
  words: {
    subject: "{{what}}: teaching {{course}}, {{date}}",
    heading: "{{what}}",
    body: `This email is for your calendar. {{why}}

Teaching {{course}}: {{dayAndTime}}

{{note}}

{{session}}`,
  },
  opening: "An entry for your calendar: teaching {{course}}, {{date}}.",
  values: (facts) => {
    const [meeting] = facts.meetings;
    const coming = facts.method === "REQUEST";
    return {
      what: whatOf(facts),
      why: whyOf(facts),
      course: facts.courseTitle,
      date: plainDate(meeting?.date ?? ""),
      dayAndTime: meeting ? meetingTime(meeting) : "",
      note: coming
        ? "Declining the entry does not tell us."
        : "If the entry stays there, please delete it yourself.",
    };
  },
  pieces: (facts, house) => ({ session: sessionLink(facts, house, "See the session") }),
  needed: ["course", "dayAndTime"],
  calendar: (facts) => teachingEntryOf(facts, facts.method),
};

type Facts = MessageFacts["teaching entry"];

function whatOf({ method, meetings: [meeting], twice }: Facts): string {
  if (method === "REQUEST") return `Day ${meeting?.number ?? 1} of ${meeting?.of ?? 1} for your calendar`;
  return twice ? "A double entry to take out of your calendar" : "A day to take out of your calendar";
}

function whyOf({ method, twice }: Facts): string {
  if (method === "REQUEST") return "The session has more than one day, and each day has an entry of its own.";
  return twice
    ? "You were on this session with two accounts, which are one now. You still teach it, and your other entry stays. The attached update takes the double entry out."
    : "The attached update takes this day out of it.";
}
