// To someone who told us of learning elsewhere: whether it counts, and what to do if it does not.
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const learningAnswered: Template<"external learning answered"> = {
  subject: ({ accepted, title }) =>
    accepted ? `Your learning counts: ${title}` : `We cannot count this learning yet: ${title}`,
  letter: ({ personName, learningId, title, accepted, validUntil, note }, house) => (
    <Layout
      house={house}
      heading={accepted ? "Your learning counts" : "We cannot count this learning yet"}
      opening={title}
      name={personName}
    >
      <Paragraph>
        {accepted
          ? `We looked at ${title}. It is on your record now.`
          : `We looked at ${title}. It does not count on your record as it stands.`}
      </Paragraph>
      {accepted && validUntil !== null && (
        <Paragraph>{`It counts until ${plainDate(validUntil)}.`}</Paragraph>
      )}
      {note !== null && <Paragraph>{`${accepted ? "A note from us" : "What we need"}: ${note}`}</Paragraph>}
      {!accepted && <Paragraph>You can change what you told us and send it again.</Paragraph>}
      <MainLink href={addressOf(house, paths.myLearningOne(learningId))}>
        {accepted ? "See it on your record" : "Change it and send it again"}
      </MainLink>
    </Layout>
  ),
};
