// To a trainer, two working days before: how many come, how many need something, and where the register is.
import { counted } from "~/shared/format";
import { sessionLink, teachingDetails, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

export const teachingReminder: Template<"teaching reminder"> = {
  words: {
    subject: "You teach soon: {{courseAndDate}}",
    heading: "You teach soon",
    body: `You are down to teach {{course}}, as {{part}}. {{unanswered}}

{{details}}

**{{people}}**

{{needs}}

{{session}}

The register is on that page. It opens on the day.`,
  },
  opening: "Who comes to {{courseAndDate}}, and what to prepare.",
  values: (facts) => ({
    ...teachingValues(facts),
    people:
      facts.booked === 0
        ? "Nobody has booked yet."
        : `${counted(facts.booked, "person has", "people have")} a place.`,
    needs:
      facts.needs === 0
        ? "Nobody has told us of access or food needs."
        : `${counted(facts.needs, "person has", "people have")} told us what they need to take part. Please read it on the session’s page.`,
    unanswered: facts.confirmed ? "" : "You have not told us yet whether you can. Please say so now.",
  }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts),
    session: sessionLink(facts, house, "See who comes, and the register"),
  }),
  needed: ["details", "people", "session"],
};
