// To a trainer whose session is another than before, or does not take place.
import { meetingTime } from "~/shared/format";
import { paths } from "~/web/paths";
import { callOffInWords } from "./call-off-words";
import { addressOf, courseAndDate } from "./house";
import { Layout, MainLink, Paragraph, SessionDetails } from "./layout";
import { headingOf, whatIn } from "./session-changed";
import type { Template } from "./template";

export const teachingChanged: Template<"teaching changed"> = {
  subject: (facts) =>
    `${facts.calledOff ? "You need not teach" : `${headingOf(facts.changed)} for your teaching`}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={facts.calledOff ? "This session does not take place" : headingOf(facts.changed)}
      opening={
        facts.calledOff
          ? `You need not teach ${courseAndDate(facts)}.`
          : `Please check what is new for ${courseAndDate(facts)}.`
      }
      name={facts.personName}
    >
      <Paragraph>
        {facts.calledOff
          ? `You were to teach this session. It does not take place. ${callOffInWords[facts.calledOff]}`
          : `You teach this session. We have changed ${whatIn(facts.changed)}. This is how it is now.`}
      </Paragraph>
      <SessionDetails facts={facts} where={!facts.calledOff} />
      {!facts.calledOff && facts.changed.includes("when") && (
        <Paragraph>It was on {facts.before.meetings.map(meetingTime).join(", and on ")}.</Paragraph>
      )}
      <Paragraph>
        {facts.calledOff
          ? "Everyone who booked has been told. Please take it out of your calendar."
          : "Everyone who booked has been told. If you cannot teach it now, please tell us. Our address is below."}
      </Paragraph>
      <MainLink
        href={addressOf(house, facts.calledOff ? paths.trainer() : paths.trainerSession(facts.sessionId))}
      >
        {facts.calledOff ? "See your sessions" : "See the session"}
      </MainLink>
    </Layout>
  ),
};
