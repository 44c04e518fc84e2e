// To the partnership: a complaint waits, and until when. Whose it is and what it says stays inside the service.
import { longDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const complaintToAcknowledge: Template<"complaint to acknowledge"> = {
  subject: ({ reference }) => `A data complaint needs an answer: ${reference}`,
  letter: ({ personName, complaintId, reference, acknowledgeBy }, house) => {
    const by = longDate(acknowledgeBy);
    return (
      <Layout
        house={house}
        heading="A data complaint has arrived"
        opening={`Acknowledge it by ${by}.`}
        name={personName}
      >
        <Paragraph>{`Someone has complained about how their data is used. The reference is ${reference}.`}</Paragraph>
        <Paragraph>
          <strong>{`The law asks for an acknowledgement by ${by}.`}</strong> Start looking into it now, and
          answer it as soon as you can.
        </Paragraph>
        <MainLink href={addressOf(house, paths.adminComplaint(complaintId))}>Read the complaint</MainLink>
      </Layout>
    );
  },
};
