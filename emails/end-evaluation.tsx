// To someone who has been to a session: what did they make of it?
import { courseAndDate } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const endEvaluation: Template<"end evaluation"> = {
  words: {
    subject: "Tell us about your training: {{courseAndDate}}",
    heading: "How was your training?",
    body: `Thank you for coming to {{course}}.

Please answer a few questions about it. Your answers show us what helps in practice, and what to improve.

{{answer}}

You do not need to sign in. The link is yours alone, so please do not pass it on.`,
  },
  opening: "A few questions about the training you went to.",
  values: (facts) => ({ course: facts.courseTitle, courseAndDate: courseAndDate(facts) }),
  pieces: (facts, house) => ({
    answer: <MainLink href={house.evaluationLink(facts.bookingId, "T2")}>Answer the questions</MainLink>,
  }),
  needed: ["answer"],
};
