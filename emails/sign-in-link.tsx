// A link that signs someone in, or lets somebody new join. It opens a page with a button: opening it spends nothing.
import { plainTime } from "~/shared/format";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const signInLink: Template<"sign-in link"> = {
  subject: ({ purpose }, house) =>
    purpose === "sign in"
      ? `Your link to sign in to ${house.partnership.serviceName}`
      : `Your link to join ${house.partnership.serviceName}`,
  letter: ({ personName, purpose, linkId, expiresAt }, house) => (
    <Layout
      house={house}
      heading={purpose === "sign in" ? "Your link to sign in" : "Your link to join"}
      opening={`It works once, until ${plainTime(expiresAt)}.`}
      name={personName}
    >
      <Paragraph>
        {purpose === "sign in"
          ? "You asked for a link to sign in."
          : "You asked to sign in or to make an account. This address has no account yet, so the link lets you make one."}
      </Paragraph>
      <MainLink href={house.signInLink(linkId)}>
        {purpose === "sign in" ? "Sign in" : "Make my account"}
      </MainLink>
      <Paragraph>
        It works once, until {plainTime(expiresAt)} today. A newer link takes its place if you ask for one.
      </Paragraph>
      <Paragraph>If you did not ask for it, you need do nothing. Please do not pass it on.</Paragraph>
    </Layout>
  ),
};
