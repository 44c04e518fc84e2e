// To a line manager: a colleague was trained and agreed that we ask what can be seen of it at work.
import { counted, longDate } from "~/shared/format";
import { courseAndDate } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const lineManagerEvaluation: Template<"manager evaluation"> = {
  words: {
    subject: "{{occasion}}: {{courseAndDate}}",
    heading: "What do you see of this training at work?",
    body: `{{learner}} came to {{course}}. They name you as their line manager, and agreed that we ask you.

{{question}} It takes about three minutes.

{{answer}}

**Please answer by {{answerBy}}.** {{reminders}}

This is no appraisal. Your answers count together with those of other managers. What you tick may be given to your colleague if they ask for their data.

The link is for you alone: whoever has it can answer. If you are not their line manager, please tell us. Our address is below.`,
  },
  opening: "A few questions to a line manager.",
  values: (facts) => ({
    occasion: facts.number === 0 ? "After training in your team" : "Reminder",
    courseAndDate: courseAndDate(facts),
    learner: facts.learnerName,
    course: facts.courseTitle,
    question:
      facts.commitments > 0
        ? `They wrote down ${counted(facts.commitments, "thing")} that they would do. We ask what you have seen of it.`
        : "We ask what you have seen of it in their work.",
    answerBy: longDate(facts.answerBy),
    reminders: facts.number === 0 ? "We remind you once if we hear nothing." : "We do not remind you again.",
  }),
  personal: ["learner"],
  pieces: (facts, house) => ({
    answer: <MainLink href={house.evaluationLink(facts.bookingId, "M")}>Answer the questions</MainLink>,
  }),
  needed: ["learner", "course", "answer", "answerBy"],
};
