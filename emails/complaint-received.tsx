// To someone who has just complained about how their data is used: that it arrived, and what comes next.
import { longDate, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const complaintReceived: Template<"complaint received"> = {
  subject: ({ reference }) => `Your complaint has arrived: ${reference}`,
  letter: ({ personName, reference, receivedAt, acknowledgeBy }, house) => (
    <Layout
      house={house}
      heading="Your complaint has arrived"
      opening={`Your reference is ${reference}.`}
      name={personName}
    >
      <Paragraph>{`Your complaint about how your data is used reached us on ${plainDateAt(receivedAt)}.`}</Paragraph>
      <Paragraph>
        {"Your reference is "}
        <strong>{reference}</strong>.
      </Paragraph>
      <Paragraph>
        {"Nobody has read it yet: this message was sent automatically. A person will write to you by "}
        <strong>{longDate(acknowledgeBy)}</strong> to say that they have read it.
      </Paragraph>
      <MainLink href={addressOf(house, paths.complaint(reference))}>See how far it has come</MainLink>
      <Paragraph>If you did not make this complaint, please tell us. Our address is below.</Paragraph>
    </Layout>
  ),
};
