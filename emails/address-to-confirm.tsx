// To a new address that someone wants to use: the link proves that it is theirs.
import { plainTime } from "~/shared/format";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const addressToConfirm: Template<"address to confirm"> = {
  subject: (_facts, house) => `Confirm your new address for ${house.partnership.serviceName}`,
  letter: ({ personName, linkId, expiresAt }, house) => (
    <Layout
      house={house}
      heading="Confirm your new address"
      opening={`The link works until ${plainTime(expiresAt)}.`}
      name={personName}
    >
      <Paragraph>You asked us to use this address from now on.</Paragraph>
      <MainLink href={house.addressLink(linkId)}>Use this address</MainLink>
      <Paragraph>
        The link works once, until {plainTime(expiresAt)} today. Until you use it, nothing changes.
      </Paragraph>
      <Paragraph>If you did not ask for this, you need do nothing.</Paragraph>
    </Layout>
  ),
};
