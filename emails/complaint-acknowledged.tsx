// To someone who complained: a person has read it.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const complaintAcknowledged: Template<"complaint acknowledged"> = {
  subject: ({ reference }) => `We have read your complaint: ${reference}`,
  letter: ({ personName, reference }, house) => (
    <Layout
      house={house}
      heading="We have read your complaint"
      opening="We are looking into it."
      name={personName}
    >
      <Paragraph>
        {"We have read your complaint with the reference "}
        <strong>{reference}</strong>. We are looking into it now.
      </Paragraph>
      <Paragraph>We will write to you with our answer as soon as we can. You need do nothing more.</Paragraph>
      <MainLink href={addressOf(house, paths.complaint(reference))}>See how far it has come</MainLink>
      <Paragraph>
        You can also complain to the Information Commissioner’s Office at any time. Their telephone number is
        0303 123 1113, and their form is at ico.org.uk/make-a-complaint.
      </Paragraph>
    </Layout>
  ),
};
