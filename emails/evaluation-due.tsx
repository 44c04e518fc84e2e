// To someone who was trained some weeks ago: what is left of it, and what became of what they said they would do?
import { counted, longDate } from "~/shared/format";
import { courseAndDate } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

const since = { T3: "some weeks", T4: "six months" } as const;
const lastNumber = { T3: 2, T4: 1 } as const;

export const evaluationDue: Template<"evaluation due"> = {
  subject: (facts) => `${facts.number === 0 ? "After your training" : "Reminder"}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={facts.number === 0 ? "What is different since your training?" : "Your answer is still missing"}
      opening={`A few questions, ${since[facts.stage]} on.`}
      name={facts.personName}
    >
      <Paragraph>{`You came to ${facts.courseTitle} ${since[facts.stage]} ago.`}</Paragraph>
      <Paragraph>
        Please tell us what you still use, and what got in the way. It takes about five minutes. “Nothing” is
        a good answer too.
      </Paragraph>
      {facts.commitments > 0 && (
        <Paragraph>
          {`You wrote down ${counted(facts.commitments, "thing")} that you would do. We ask what became of ${
            facts.commitments === 1 ? "it" : "them"
          }.`}
        </Paragraph>
      )}
      <MainLink href={house.evaluationLink(facts.bookingId, facts.stage)}>Answer the questions</MainLink>
      <Paragraph>
        <strong>{`Please answer by ${longDate(facts.answerBy)}.`}</strong>{" "}
        {facts.number < lastNumber[facts.stage]
          ? "We remind you if we hear nothing."
          : "We do not remind you again."}
      </Paragraph>
      <Paragraph>
        You do not need to sign in. Your answers are shown only together with those of others. The link is
        yours alone, so please do not pass it on.
      </Paragraph>
    </Layout>
  ),
};
