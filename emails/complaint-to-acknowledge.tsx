// To the partnership: a complaint waits, and until when. Whose it is and what it says stays inside the service.
import { longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const complaintToAcknowledge: Template<"complaint to acknowledge"> = {
  words: {
    subject: "A data complaint needs an answer: {{reference}}",
    heading: "A data complaint has arrived",
    body: `Someone has complained about how their data is used. The reference is {{reference}}.

**The law asks for an acknowledgement by {{answerBy}}.** Start looking into it now, and answer it as soon as you can.

{{complaint}}`,
  },
  opening: "Acknowledge it by {{answerBy}}.",
  values: ({ reference, acknowledgeBy }) => ({ reference, answerBy: longDate(acknowledgeBy) }),
  pieces: ({ complaintId }, house) => ({
    complaint: (
      <MainLink href={addressOf(house, paths.adminComplaint(complaintId))}>Read the complaint</MainLink>
    ),
  }),
  needed: ["reference", "answerBy", "complaint"],
};
