// To someone whose booking was not approved, or could not be accepted.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { addressOf, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

const because: Record<MessageFacts["booking declined"]["because"], string> = {
  approval: "It was not approved.",
  "no answer": "It needed approval, and nobody answered in time.",
  request: "A coordinator looked at it. It does not fit what the course asks for.",
};

export const bookingDeclined: Template<"booking declined"> = {
  subject: (facts) => `You do not have a place: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading="You do not have a place"
      opening={because[facts.because]}
      name={facts.personName}
    >
      <Paragraph>{`You asked for a place on this training. ${because[facts.because]}`}</Paragraph>
      {facts.note && <Paragraph>{`What they say: ${facts.note}`}</Paragraph>}
      <BookingDetails facts={facts} where={false} />
      <Paragraph>
        {facts.because === "request"
          ? "If you think that is wrong, please tell us. Our address is below."
          : "Please talk to whoever approves your training. You can book again while booking is open."}
      </Paragraph>
      <MainLink href={addressOf(house, paths.courses())}>Find other training</MainLink>
    </Layout>
  ),
};
