// To someone whose agency is charged for a place that was not used: that it is, and what became of it.
import type { ChargeFacts, MessageFacts } from "~/domain/notifications/notifications";
import { civilDateAt } from "~/shared/civil-time";
import { longDate, plainDateAt, poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

const trainingOf = ({ courseTitle, startsAt }: ChargeFacts) =>
  `${courseTitle}, ${longDate(civilDateAt(startsAt))}`;

export const chargeMade: Template<"charge made"> = {
  subject: (facts) => `A charge of ${poundsAndPence(facts.pence)}: ${trainingOf(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="A charge for a place that was not used"
      opening={`${poundsAndPence(facts.pence)} is charged to your agency. You can appeal.`}
      name={facts.personName}
    >
      <Paragraph>
        {`${facts.agencyName} is charged `}
        <strong>{poundsAndPence(facts.pence)}</strong>
        {" for your place on this training:"}
        <br />
        {trainingOf(facts)}
      </Paragraph>
      <Paragraph>{facts.because}</Paragraph>
      <Paragraph>
        We know that work and life get in the way. If there was a good reason, such as illness or an
        emergency, please tell us. You can appeal until the end of {plainDateAt(facts.appealUntil)}.
      </Paragraph>
      <MainLink href={addressOf(house, paths.myCharge(facts.chargeId))}>See why, or appeal</MainLink>
      <Paragraph>
        You need to pay nothing yourself, and no payment is taken here. Your agency’s lead sees the charge on
        the agency’s statement.
      </Paragraph>
    </Layout>
  ),
};

type Outcome = MessageFacts["charge answered"]["outcome"];

const heading: Record<Outcome, string> = {
  waived: "The charge is waived",
  stands: "The charge stands",
  withdrawn: "The charge is withdrawn",
};
const meaning: Record<Outcome, string> = {
  waived: "Nothing is to be paid for it.",
  stands: "We have read the appeal. We have decided that the charge stays as it is.",
  withdrawn: "Nothing is to be paid after all.",
};

export const chargeAnswered: Template<"charge answered"> = {
  subject: (facts) => `${heading[facts.outcome]}: ${trainingOf(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={heading[facts.outcome]}
      opening={meaning[facts.outcome]}
      name={facts.personName}
    >
      <Paragraph>
        {`This is about the charge of ${poundsAndPence(facts.pence)} to ${facts.agencyName} for this training:`}
        <br />
        {trainingOf(facts)}
      </Paragraph>
      <Paragraph>{meaning[facts.outcome]}</Paragraph>
      {facts.note !== null && (
        <>
          <Paragraph>What we say to it:</Paragraph>
          {facts.note.split(/\n+/).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and nothing moves
            <Paragraph key={index}>{line}</Paragraph>
          ))}
        </>
      )}
      <MainLink href={addressOf(house, paths.myCharge(facts.chargeId))}>See the charge</MainLink>
    </Layout>
  ),
};
