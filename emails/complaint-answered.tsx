// To someone who complained: the answer, as the partnership wrote it.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink, TypedText } from "./layout";
import type { Template } from "./template";

export const complaintAnswered: Template<"complaint answered"> = {
  words: {
    subject: "Our answer to your complaint: {{reference}}",
    heading: "Our answer to your complaint",
    body: `This is our answer to your complaint with the reference {{reference}}.

{{answer}}

{{complaint}}

If you are not happy with it, tell us why. You can also complain to the Information Commissioner’s Office. Their telephone number is 0303 123 1113, and their form is at ico.org.uk/make-a-complaint.`,
  },
  opening: "Your reference is {{reference}}.",
  values: ({ reference }) => ({ reference }),
  pieces: ({ reference, answer }, house) => ({
    answer: <TypedText>{answer}</TypedText>,
    complaint: (
      <MainLink href={addressOf(house, paths.complaint(reference))}>See the dates of your complaint</MainLink>
    ),
  }),
  needed: ["reference", "answer", "complaint"],
};
