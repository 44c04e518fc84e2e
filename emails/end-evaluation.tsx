// To someone who has been to a session: what did they make of it?
import { courseAndDate } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const endEvaluation: Template<"end evaluation"> = {
  subject: (facts) => `Tell us about your training: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="How was your training?"
      opening="A few questions about the training you went to."
      name={facts.personName}
    >
      <Paragraph>{`Thank you for coming to ${facts.courseTitle}.`}</Paragraph>
      <Paragraph>
        Please answer a few questions about it. Your answers show us what helps in practice, and what to
        improve.
      </Paragraph>
      <MainLink href={house.evaluationLink(facts.bookingId, "T2")}>Answer the questions</MainLink>
      <Paragraph>You do not need to sign in. The link is yours alone, so please do not pass it on.</Paragraph>
    </Layout>
  ),
};
