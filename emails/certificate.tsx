// To someone whose certificate is ready, or whose certificate no longer holds.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, type House } from "./house";
import { Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

type Facts = MessageFacts["certificate"];

export const certificate: Template<"certificate"> = {
  subject: ({ change, courseTitle, completedOn }) =>
    `${change === "given" ? "Your certificate" : "Certificate withdrawn"}: ${courseTitle}, ${plainDate(completedOn)}`,
  letter: (facts, house) =>
    facts.change === "given" ? (
      <Given facts={facts} house={house} />
    ) : (
      <Withdrawn facts={facts} house={house} />
    ),
};

function Given({ facts, house }: { facts: Facts; house: House }) {
  const { personName, courseTitle, completedOn, expiresOn, number, replaces } = facts;
  return (
    <Layout
      house={house}
      heading="Your certificate is ready"
      opening={`Your certificate for ${courseTitle}.`}
      name={personName}
    >
      <Paragraph>{`You completed ${courseTitle} on ${plainDate(completedOn)}. Your certificate is ready.`}</Paragraph>
      <MainLink href={addressOf(house, paths.myCertificate(number))}>See and print your certificate</MainLink>
      <Paragraph>
        {expiresOn === null
          ? "It does not run out."
          : `It counts until ${plainDate(expiresOn)}. Please renew your training by then.`}
      </Paragraph>
      {replaces && (
        <Paragraph>It has a new number. The certificate you had before does not count any more.</Paragraph>
      )}
      <Paragraph>{`Its number is ${number}. Whoever you give the number to can check the certificate at ${addressOf(house, paths.verify())}. They then see your name.`}</Paragraph>
    </Layout>
  );
}

function Withdrawn({ facts, house }: { facts: Facts; house: House }) {
  const { personName, courseTitle, completedOn, number } = facts;
  return (
    <Layout
      house={house}
      heading="Your certificate was withdrawn"
      opening={`Your certificate for ${courseTitle} does not count any more.`}
      name={personName}
    >
      <Paragraph>
        {`The register of ${courseTitle} on ${plainDate(completedOn)} was put right. It now says that you did not attend all of it. So your certificate ${number} does not count any more.`}
      </Paragraph>
      <Paragraph>If that is not right, please tell us. Our address is below.</Paragraph>
      <MainLink href={addressOf(house, paths.myRecord())}>See your record</MainLink>
    </Layout>
  );
}
