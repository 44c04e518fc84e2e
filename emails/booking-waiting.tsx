// To someone who has joined the waiting list.
import { counted } from "~/shared/format";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const bookingWaiting: Template<"booking waiting"> = {
  subject: (facts) => `You are on the waiting list: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="You are on the waiting list"
      opening={`You do not have a place yet on ${courseAndDate(facts)}.`}
      name={facts.personName}
    >
      <Paragraph>
        This training is full, so you do not have a place yet.{" "}
        {facts.position > 1
          ? `There ${facts.position === 2 ? "is" : "are"} ${counted(facts.position - 1, "person", "people")} ahead of you.`
          : "You are first on the waiting list."}
      </Paragraph>
      <BookingDetails facts={facts} />
      <Paragraph>
        If a place comes free and you are next, we hold it for you and email you. You then have a limited time
        to accept it.
      </Paragraph>
      <MainLink href={bookingPage(house, facts)}>See your booking or leave the list</MainLink>
      <Paragraph>
        If you no longer want a place, please leave the list. Then the next person moves up.
      </Paragraph>
    </Layout>
  ),
};
