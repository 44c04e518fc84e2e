// To a line manager: a colleague was trained and agreed that we ask what can be seen of it at work.
import { counted, longDate } from "~/shared/format";
import { courseAndDate } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const lineManagerEvaluation: Template<"manager evaluation"> = {
  subject: (facts) =>
    `${facts.number === 0 ? "After training in your team" : "Reminder"}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="What do you see of this training at work?"
      opening="A few questions to a line manager."
      name={facts.personName}
    >
      <Paragraph>
        {`${facts.learnerName} came to ${facts.courseTitle}. They name you as their line manager, and agreed that we ask you.`}
      </Paragraph>
      <Paragraph>
        {facts.commitments > 0
          ? `They wrote down ${counted(facts.commitments, "thing")} that they would do. We ask what you have seen of it.`
          : "We ask what you have seen of it in their work."}{" "}
        It takes about three minutes.
      </Paragraph>
      <MainLink href={house.evaluationLink(facts.bookingId, "M")}>Answer the questions</MainLink>
      <Paragraph>
        <strong>{`Please answer by ${longDate(facts.answerBy)}.`}</strong>{" "}
        {facts.number === 0 ? "We remind you once if we hear nothing." : "We do not remind you again."}
      </Paragraph>
      <Paragraph>
        This is no appraisal. Your answers count together with those of other managers. What you tick may be
        given to your colleague if they ask for their data.
      </Paragraph>
      <Paragraph>
        The link is for you alone: whoever has it can answer. If you are not their line manager, please tell
        us. Our address is below.
      </Paragraph>
    </Layout>
  ),
};
