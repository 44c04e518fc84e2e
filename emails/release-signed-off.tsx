// To those who read impact figures: a release is signed, and stands as it is.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const releaseSignedOff: Template<"release signed off"> = {
  subject: ({ number, title }) => `Impact report ${number} is signed off: ${title}`,
  letter: ({ personName, releaseId, number, title, period }, house) => (
    <Layout
      house={house}
      heading="An impact report is signed off"
      opening={`Number ${number}: ${title}.`}
      name={personName}
    >
      <Paragraph>
        {title}, about {period}, has been signed off. It is number {number}. Its figures and words will not
        change from now on.
      </Paragraph>
      <Paragraph>
        You can read it, print it, or download it for a meeting. It is not public unless someone makes it so.
      </Paragraph>
      <MainLink href={addressOf(house, paths.release(releaseId))}>Read the report</MainLink>
    </Layout>
  ),
};
