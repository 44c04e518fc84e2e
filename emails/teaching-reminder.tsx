// To a trainer, two working days before: how many come, how many need something, and where the register is. Whoever has not
// said yet that they can teach is asked once more: who comes is not for them to see.
import { counted } from "~/shared/format";
import { sessionLink, teachingDetails, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

export const teachingReminder: Template<"teaching reminder"> = {
  words: {
    subject: "{{heading}}: {{courseAndDate}}",
    heading: "{{heading}}",
    body: `{{standing}} {{course}}, as {{part}}. {{unanswered}}

{{details}}

**{{people}}**

{{needs}}

{{session}}

{{register}}`,
  },
  opening: "How many come to {{courseAndDate}}, and what to prepare.",
  values: (facts) => ({
    ...teachingValues(facts),
    heading: facts.confirmed ? "You teach soon" : "Tell us whether you can teach",
    standing: facts.confirmed ? "You are down to teach" : "We have asked you to teach",
    register: facts.confirmed ? "The register is on that page. It opens on the day." : "",
    people:
      facts.booked === 0
        ? "Nobody has booked yet."
        : `${counted(facts.booked, "person has", "people have")} a place.`,
    needs:
      facts.needs === 0
        ? "Nobody has told us of access or food needs."
        : `${counted(facts.needs, "person has", "people have")} told us what they need to take part. ${facts.confirmed ? "Please read it on the session’s page." : "You can read it once you have said that you can teach."}`,
    unanswered: facts.confirmed ? "" : "You have not told us yet whether you can. Please say so now.",
  }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts),
    session: sessionLink(
      facts,
      house,
      facts.confirmed ? "See who comes, and the register" : "Say whether you can",
    ),
  }),
  needed: ["details", "people", "session"],
};
