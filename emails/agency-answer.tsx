// The answer to someone who said which agency they work for.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const agencyConfirmed: Template<"agency confirmed"> = {
  subject: (_facts, house) => `You can now book: ${house.partnership.serviceName}`,
  letter: ({ personName, agencyName }, house) => (
    <Layout
      house={house}
      heading="You can now book"
      opening={`${agencyName} confirmed you.`}
      name={personName}
    >
      <Paragraph>{agencyName} confirmed that you work there. You can now book training.</Paragraph>
      <MainLink href={addressOf(house, paths.courses())}>Find training</MainLink>
    </Layout>
  ),
};

export const agencyDeclined: Template<"agency declined"> = {
  subject: (_facts, house) => `Your agency is not confirmed: ${house.partnership.serviceName}`,
  letter: ({ personName, agencyName }, house) => (
    <Layout
      house={house}
      heading="Your agency is not confirmed"
      opening={`${agencyName} could not confirm you.`}
      name={personName}
    >
      <Paragraph>
        {agencyName} could not confirm that you work there, so you cannot book yet. If you picked the wrong
        agency, or think this is a mistake, please tell us. Our address is below.
      </Paragraph>
      <MainLink href={addressOf(house, paths.myAccount())}>See your account</MainLink>
    </Layout>
  ),
};
