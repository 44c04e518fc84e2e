// To those who can say whether somebody works for an agency.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const accountToConfirm: Template<"account to confirm"> = {
  subject: ({ agencyName }) => `Someone new says they work for ${agencyName}`,
  letter: ({ personName, joinerName, agencyName, asLead }, house) => (
    <Layout
      house={house}
      heading="Please confirm a new account"
      opening="They cannot book before you answer."
      name={personName}
    >
      <Paragraph>
        {joinerName} has made an account and says they work for {agencyName}. Their email address does not
        show it. They cannot book training before you answer.
      </Paragraph>
      <MainLink href={addressOf(house, asLead ? paths.team() : paths.adminPeople({ standing: "awaiting" }))}>
        Confirm or decline
      </MainLink>
    </Layout>
  ),
};
