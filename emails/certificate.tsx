// To someone whose certificate is ready, or whose certificate no longer holds.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, type House } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

type Facts = MessageFacts["certificate"];

export const certificate: Template<"certificate"> = {
  words: {
    subject: "{{news}}: {{course}}, {{date}}",
    heading: "{{heading}}",
    body: `{{whatHappened}}

{{certificate}}

{{validity}}

{{renumbered}}

{{checking}}`,
  },
  opening: "{{inShort}}",
  values: (facts, house) => ({
    course: facts.courseTitle,
    date: plainDate(facts.completedOn),
    number: facts.number,
    ...(facts.change === "given" ? given(facts, house) : withdrawn(facts)),
  }),
  pieces: ({ change, number }, house) => ({
    certificate:
      change === "given" ? (
        <MainLink href={addressOf(house, paths.myCertificate(number))}>
          See and print your certificate
        </MainLink>
      ) : (
        <MainLink href={addressOf(house, paths.myRecord())}>See your record</MainLink>
      ),
  }),
  needed: ["whatHappened", "certificate", "validity", "renumbered"],
};

type Said = Record<
  "news" | "heading" | "inShort" | "whatHappened" | "validity" | "renumbered" | "checking",
  string
>;

const given = ({ courseTitle, completedOn, expiresOn, number, replaces }: Facts, house: House): Said => ({
  news: "Your certificate",
  heading: "Your certificate is ready",
  inShort: `Your certificate for ${courseTitle}.`,
  whatHappened: `You completed ${courseTitle} on ${plainDate(completedOn)}. Your certificate is ready.`,
  validity:
    expiresOn === null
      ? "It does not run out."
      : `It counts until ${plainDate(expiresOn)}. Please renew your training by then.`,
  renumbered: replaces ? "It has a new number. The certificate you had before does not count any more." : "",
  checking: `Its number is ${number}. Whoever you give the number to can check the certificate at ${addressOf(house, paths.verify())}. They then see your name.`,
});

const withdrawn = ({ courseTitle, completedOn, number }: Facts): Said => ({
  news: "Certificate withdrawn",
  heading: "Your certificate was withdrawn",
  inShort: `Your certificate for ${courseTitle} does not count any more.`,
  whatHappened: `The register of ${courseTitle} on ${plainDate(completedOn)} was put right. It now says that you did not attend all of it. So your certificate ${number} does not count any more.`,
  validity: "If that is not right, please tell us. Our address is below.",
  renumbered: "",
  checking: "",
});
