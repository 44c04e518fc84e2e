// To a coordinator: too few people have booked a session, and the day to decide is near.
import { counted, longDateTimeAt, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const minimumNotMet: Template<"minimum not met"> = {
  subject: (facts) => `Decide whether it goes ahead: ${facts.courseTitle}, ${plainDate(facts.date)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="Decide whether a session goes ahead"
      opening={`${facts.courseTitle} on ${plainDate(facts.date)} has too few people.`}
      name={facts.personName}
    >
      <Paragraph>
        {facts.courseTitle} on {plainDate(facts.date)} needs {counted(facts.minimum, "person", "people")}. So
        far {counted(facts.booked, "person has", "people have")} a place.
      </Paragraph>
      <Paragraph>
        Please decide by {longDateTimeAt(facts.decideBy)}. You can let it go ahead, postpone it or cancel it.
        Nothing happens by itself.
      </Paragraph>
      <MainLink href={addressOf(house, paths.manageSession(facts.sessionId))}>Decide now</MainLink>
    </Layout>
  ),
};
