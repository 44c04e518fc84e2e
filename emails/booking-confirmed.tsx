// To someone who has a place. A calendar invitation goes with it.
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingConfirmed: Template<"booking confirmed"> = {
  subject: (facts) => `Your place is confirmed: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="Your place is confirmed"
      opening={`You have a place on ${courseAndDate(facts)}.`}
      name={facts.personName}
    >
      <Paragraph>You have a place on this training.</Paragraph>
      <BookingDetails facts={facts} />
      {facts.mode === "online" && (
        <Paragraph>
          The joining link is on your booking page. Sign in there shortly before we start.
        </Paragraph>
      )}
      <MainLink href={bookingPage(house, facts)}>See or cancel your booking</MainLink>
      <Paragraph>
        {facts.meetings.length > 1
          ? "A calendar invitation for each day is attached."
          : "A calendar invitation is attached."}{" "}
        Declining it does not cancel your place.
      </Paragraph>
      <Paragraph>
        If you cannot come, please cancel on your booking page. Then someone else can have the place.
      </Paragraph>
    </Layout>
  ),
  calendar: (facts) => ({ method: "REQUEST", facts }),
};
