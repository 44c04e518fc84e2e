// To someone who still waited when booking closed.
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const waitingEnded: Template<"waiting ended"> = {
  subject: (facts) => `No place came free: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={facts.wasRequested ? "Booking has closed" : "No place came free"}
      opening="You do not have a place."
      name={facts.personName}
    >
      <Paragraph>
        {facts.wasRequested
          ? "Booking has closed for this training, and your request was still open. We are sorry. You do not have a place."
          : "Booking has closed for this training, and no place came free for you. You are no longer waiting."}
      </Paragraph>
      <BookingDetails facts={facts} where={false} />
      <MainLink href={addressOf(house, paths.courses({ q: facts.courseTitle }))}>
        See other dates of this course
      </MainLink>
    </Layout>
  ),
};
