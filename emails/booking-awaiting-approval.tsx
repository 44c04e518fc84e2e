// To someone whose line manager or agency lead has to agree first.
import { longDateTimeAt } from "~/shared/format";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingAwaitingApproval: Template<"booking awaiting approval"> = {
  subject: (facts) => `Waiting for approval: ${courseAndDate(facts)}`,
  letter: (facts, house) => {
    const whose = facts.askedOf === "line manager" ? "your line manager" : "your agency lead";
    const until = longDateTimeAt(facts.answerBy);
    return (
      <Layout
        house={house}
        heading="Waiting for approval"
        opening={`We have written to ${whose}.`}
        name={facts.personName}
      >
        <Paragraph>
          {`This course asks for approval first. We have written to ${whose}. They have until ${until} to answer.`}
        </Paragraph>
        <Paragraph>
          {facts.silence === "declined"
            ? "If they do not answer by then, the booking ends. It helps to tell them about it."
            : "If they do not answer by then, we take it that they agree."}
        </Paragraph>
        <Paragraph>
          {facts.placeHeld
            ? "We are keeping a place for you until then."
            : "The session is full. Once approved, you are on the waiting list, with your turn counted from today."}
        </Paragraph>
        <BookingDetails facts={facts} />
        <MainLink href={bookingPage(house, facts)}>See your booking</MainLink>
      </Layout>
    );
  },
};
