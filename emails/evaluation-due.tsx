// To someone who has not answered: before the training, just after it, or weeks later, when it shows what is left of it.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { counted, longDate } from "~/shared/format";
import { courseAndDate } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

type Facts = MessageFacts["evaluation due"];

const since = { T3: "some weeks", T4: "six months" } as const;
const lastNumber = { T0: 1, T2: 1, T3: 2, T4: 1 } as const;

export const evaluationDue: Template<"evaluation due"> = {
  words: {
    subject: "{{occasion}}: {{courseAndDate}}",
    heading: "{{heading}}",
    body: `{{training}}

{{question}}

{{commitments}}

{{answer}}

**Please answer by {{answerBy}}.** {{reminders}}

You do not need to sign in. Your answers are shown only together with those of others. The link is yours alone, so please do not pass it on.`,
  },
  opening: "{{inShort}}",
  values: (facts) => ({
    occasion: occasionOf(facts),
    courseAndDate: courseAndDate(facts),
    heading: headingOf(facts),
    inShort:
      facts.stage === "T0" || facts.stage === "T2"
        ? "A few questions that take some minutes."
        : `A few questions, ${since[facts.stage]} on.`,
    training: trainingOf(facts),
    question: questionOf(facts),
    commitments:
      facts.commitments > 0 && facts.stage !== "T0" && facts.stage !== "T2"
        ? `You wrote down ${counted(facts.commitments, "thing")} that you would do. We ask what became of ${
            facts.commitments === 1 ? "it" : "them"
          }.`
        : "",
    answerBy: longDate(facts.answerBy),
    reminders:
      facts.number < lastNumber[facts.stage]
        ? "We remind you if we hear nothing."
        : "We do not remind you again.",
  }),
  pieces: (facts, house) => ({
    answer: (
      <MainLink href={house.evaluationLink(facts.bookingId, facts.stage)}>Answer the questions</MainLink>
    ),
  }),
  needed: ["answer", "answerBy"],
};

function occasionOf({ stage, number }: Facts): string {
  if (stage === "T0") return "Before your training";
  return number === 0 ? "After your training" : "Reminder";
}

function headingOf({ stage, number }: Facts): string {
  if (stage === "T0") return "A few questions before your training";
  return number === 0 ? "What is different since your training?" : "Your answer is still missing";
}

function trainingOf({ stage, courseTitle }: Facts): string {
  if (stage === "T0") return `You have a place on ${courseTitle}.`;
  return stage === "T2" ? `You came to ${courseTitle}.` : `You came to ${courseTitle} ${since[stage]} ago.`;
}

function questionOf({ stage }: Facts): string {
  if (stage === "T0")
    return "Please tell us how sure you are in this work now. We ask again at the end, and so learn what the training changes. It takes about three minutes.";
  if (stage === "T2")
    return "Please tell us how it was and how sure you are in this work now. Your certificate may depend on it. It takes about five minutes.";
  return "Please tell us what you still use, and what got in the way. It takes about five minutes. “Nothing” is a good answer too.";
}
