// To a trainer who said that they can teach a session, or of whom a coordinator said so.
import { invitationInWords } from "./calendar-words";
import { sessionLink, teachingDetails, teachingEntryOf, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

export const trainerConfirmed: Template<"trainer confirmed"> = {
  words: {
    subject: "You teach: {{courseAndDate}}",
    heading: "Thank you: you teach this session",
    body: `You are down to teach {{course}}, as {{part}}.

{{details}}

{{attached}} Declining it in your calendar does not tell us.

{{session}}

If you cannot teach it after all, please say so on that page as soon as you can.`,
  },
  opening: "You are down to teach {{courseAndDate}}.",
  values: (facts) => ({ ...teachingValues(facts), attached: invitationInWords(facts) }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts),
    session: sessionLink(facts, house, "See the session and who comes"),
  }),
  needed: ["details", "session"],
  calendar: (facts) => teachingEntryOf(facts, "REQUEST"),
};
