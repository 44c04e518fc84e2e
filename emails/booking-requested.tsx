// To someone whose wish a coordinator looks at first.
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingRequested: Template<"booking requested"> = {
  subject: (facts) => `We are looking at your booking: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="We are looking at your booking"
      opening="You do not have a place yet."
      name={facts.personName}
    >
      <Paragraph>
        You asked for a place on this training. Our record does not show everything that the course asks for,
        so a coordinator looks at it first. You do not have to do anything.
      </Paragraph>
      <Paragraph>
        <strong>You do not have a place yet.</strong> We write to you as soon as we have decided.
      </Paragraph>
      <BookingDetails facts={facts} />
      <MainLink href={bookingPage(house, facts)}>See your booking</MainLink>
    </Layout>
  ),
};
