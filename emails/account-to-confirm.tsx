// To those who can say whether somebody works for an agency.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const accountToConfirm: Template<"account to confirm"> = {
  words: {
    subject: "Someone new says they work for {{agency}}",
    heading: "Please confirm a new account",
    body: `{{joiner}} has made an account and says they work for {{agency}}. Their email address does not show it. They cannot book training before you answer.

{{answer}}`,
  },
  opening: "They cannot book before you answer.",
  values: ({ joinerName, agencyName }) => ({ joiner: joinerName, agency: agencyName }),
  personal: ["joiner"],
  pieces: ({ asLead }, house) => ({
    answer: (
      <MainLink href={addressOf(house, asLead ? paths.team() : paths.adminPeople({ standing: "awaiting" }))}>
        Confirm or decline
      </MainLink>
    ),
  }),
  needed: ["joiner", "agency", "answer"],
};
