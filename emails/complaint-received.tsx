// To someone who has just complained about how their data is used: that it arrived, and what comes next.
import { longDate, plainDateAt } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const complaintReceived: Template<"complaint received"> = {
  words: {
    subject: "Your complaint has arrived: {{reference}}",
    heading: "Your complaint has arrived",
    body: `Your complaint about how your data is used reached us on {{date}}.

Your reference is **{{reference}}**.

Nobody has read it yet: this message was sent automatically. A person will write to you by **{{answerBy}}** to say that they have read it.

{{complaint}}

If you did not make this complaint, please tell us. Our address is below.`,
  },
  opening: "Your reference is {{reference}}.",
  values: ({ reference, receivedAt, acknowledgeBy }) => ({
    reference,
    date: plainDateAt(receivedAt),
    answerBy: longDate(acknowledgeBy),
  }),
  pieces: ({ reference }, house) => ({
    complaint: (
      <MainLink href={addressOf(house, paths.complaint(reference))}>See how far it has come</MainLink>
    ),
  }),
  needed: ["reference", "answerBy", "complaint"],
};
