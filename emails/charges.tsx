// To someone whose agency is charged for a place that was not used: that it is, and what became of it.
import type { ChargeFacts, MessageFacts } from "~/domain/notifications/notifications";
import { civilDateAt } from "~/shared/civil-time";
import { longDate, plainDateAt, poundsAndPence } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink, Paragraph, TypedText } from "./layout";
import type { Template } from "./template";

const trainingOf = ({ courseTitle, startsAt }: ChargeFacts) =>
  `${courseTitle}, ${longDate(civilDateAt(startsAt))}`;

const valuesOf = (facts: ChargeFacts) => ({
  amount: poundsAndPence(facts.pence),
  training: trainingOf(facts),
  agency: facts.agencyName,
});

export const chargeMade: Template<"charge made"> = {
  words: {
    subject: "A charge of {{amount}}: {{training}}",
    heading: "A charge for a place that was not used",
    body: `{{agency}} is charged **{{amount}}** for your place on this training: {{training}}.

{{why}}

We know that work and life get in the way. If there was a good reason, such as illness or an emergency, please tell us. You can appeal until the end of {{appealUntil}}.

{{charge}}

You need to pay nothing yourself, and no payment is taken here. Your agency’s lead sees the charge on the agency’s statement.`,
  },
  opening: "{{amount}} is charged to your agency. You can appeal.",
  values: (facts) => ({
    ...valuesOf(facts),
    why: facts.because,
    appealUntil: plainDateAt(facts.appealUntil),
  }),
  pieces: (facts, house) => ({
    charge: <MainLink href={addressOf(house, paths.myCharge(facts.chargeId))}>See why, or appeal</MainLink>,
  }),
  needed: ["amount", "training", "why", "appealUntil", "charge"],
};

type Outcome = MessageFacts["charge answered"]["outcome"];

const outcomes: Record<Outcome, { short: string; meaning: string }> = {
  waived: { short: "The charge is waived", meaning: "Nothing is to be paid for it." },
  stands: {
    short: "The charge stands",
    meaning: "We have read the appeal. We have decided that the charge stays as it is.",
  },
  withdrawn: { short: "The charge is withdrawn", meaning: "Nothing is to be paid after all." },
};

export const chargeAnswered: Template<"charge answered"> = {
  words: {
    subject: "{{outcome}}: {{training}}",
    heading: "{{outcome}}",
    body: `This is about the charge of {{amount}} to {{agency}} for this training: {{training}}.

{{meaning}}

{{note}}

{{charge}}`,
  },
  opening: "{{meaning}}",
  values: (facts) => ({
    ...valuesOf(facts),
    outcome: outcomes[facts.outcome].short,
    meaning: outcomes[facts.outcome].meaning,
  }),
  pieces: (facts, house) => ({
    note:
      facts.note === null ? null : (
        <>
          <Paragraph>What we say to it:</Paragraph>
          <TypedText>{facts.note}</TypedText>
        </>
      ),
    charge: <MainLink href={addressOf(house, paths.myCharge(facts.chargeId))}>See the charge</MainLink>,
  }),
  needed: ["amount", "training", "meaning", "note", "charge"],
};
