// To someone who complained: the answer, as the partnership wrote it.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const complaintAnswered: Template<"complaint answered"> = {
  subject: ({ reference }) => `Our answer to your complaint: ${reference}`,
  letter: ({ personName, reference, answer }, house) => (
    <Layout
      house={house}
      heading="Our answer to your complaint"
      opening={`Your reference is ${reference}.`}
      name={personName}
    >
      <Paragraph>{`This is our answer to your complaint with the reference ${reference}.`}</Paragraph>
      {answer.split(/\n+/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice, and nothing moves
        <Paragraph key={index}>{line}</Paragraph>
      ))}
      <MainLink href={addressOf(house, paths.complaint(reference))}>See the dates of your complaint</MainLink>
      <Paragraph>
        If you are not happy with it, tell us why. You can also complain to the Information Commissioner’s
        Office. Their telephone number is 0303 123 1113, and their form is at ico.org.uk/make-a-complaint.
      </Paragraph>
    </Layout>
  ),
};
