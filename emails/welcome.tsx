// To someone who has just made an account.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const welcome: Template<"welcome"> = {
  subject: (_facts, house) => `Welcome to ${house.partnership.serviceName}`,
  letter: ({ personName, awaiting }, house) => (
    <Layout
      house={house}
      heading="Your account is ready"
      opening={awaiting ? "You can book once your agency confirms you." : "You can now book training."}
      name={personName}
    >
      {awaiting ? (
        <Paragraph>
          You can look at all training now. You can book a place once {awaiting} confirms that you work there.
          We have asked them, and we email you when they answer.
        </Paragraph>
      ) : (
        <Paragraph>You can now find training, book a place and see your training record.</Paragraph>
      )}
      <MainLink href={addressOf(house, paths.courses())}>Find training</MainLink>
      <Paragraph>If you did not make this account, please tell us. Our address is below.</Paragraph>
    </Layout>
  ),
};
