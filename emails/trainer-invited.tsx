// To a trainer who was put on a session: can they teach it?
import { longDate } from "~/shared/format";
import { sessionLink, teachingDetails, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

export const trainerInvited: Template<"trainer invited"> = {
  words: {
    subject: "Can you teach? {{courseAndDate}}",
    heading: "Can you teach this session?",
    body: `We would like you to teach {{course}} on {{day}}, as {{part}}.

{{details}}

Please tell us whether you can. It takes one press.

{{answer}}

If you cannot, we look for somebody else. You need not say why.`,
  },
  opening: "Please say whether you can teach {{courseAndDate}}.",
  values: (facts) => ({ ...teachingValues(facts), day: longDate(facts.meetings[0]?.date ?? "") }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts),
    answer: sessionLink(facts, house, "Answer on the session’s page"),
  }),
  needed: ["details", "answer"],
};
