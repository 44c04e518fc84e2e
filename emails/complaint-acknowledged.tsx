// To someone who complained: a person has read it.
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const complaintAcknowledged: Template<"complaint acknowledged"> = {
  words: {
    subject: "We have read your complaint: {{reference}}",
    heading: "We have read your complaint",
    body: `We have read your complaint with the reference **{{reference}}**. We are looking into it now.

We will write to you with our answer as soon as we can. You need do nothing more.

{{complaint}}

You can also complain to the Information Commissioner’s Office at any time. Their telephone number is 0303 123 1113, and their form is at ico.org.uk/make-a-complaint.`,
  },
  opening: "We are looking into it.",
  values: ({ reference }) => ({ reference }),
  pieces: ({ reference }, house) => ({
    complaint: (
      <MainLink href={addressOf(house, paths.complaint(reference))}>See how far it has come</MainLink>
    ),
  }),
  needed: ["reference", "complaint"],
};
