// To someone who did not answer an offer in time.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const offerExpired: Template<"offer expired"> = {
  subject: (facts) => `The offer of a place has ended: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="The offer of a place has ended"
      opening="The time to accept the place has passed."
      name={facts.personName}
    >
      <Paragraph>
        We held a place for you, but the time to accept it has passed. You do not have a place, and you are no
        longer on the waiting list.
      </Paragraph>
      <BookingDetails facts={facts} where={false} />
      <Paragraph>If you still want to come, you can join the waiting list again.</Paragraph>
      <MainLink href={addressOf(house, paths.session(facts.sessionId))}>See this training</MainLink>
    </Layout>
  ),
};
