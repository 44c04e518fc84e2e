// What a coordinator or a trainer wrote to those on a session. Their words stand between our greeting and our address.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { addressOf, bookingPage, courseAndDate, type House } from "./house";
import { MainLink } from "./layout";
import { MarkdownNote } from "./markdown";
import type { Template } from "./template";

type Facts = MessageFacts["session note"];

export const sessionNote: Template<"session note"> = {
  words: {
    subject: "{{subject}}: {{courseAndDate}}",
    heading: "{{subject}}",
    body: `{{from}} wrote this to you about {{courseAndDate}}.

{{note}}

{{page}}

You get this email because {{because}}.`,
  },
  values: (facts) => ({
    subject: facts.subject,
    courseAndDate: courseAndDate(facts),
    from: facts.from === "trainer" ? "The trainer" : "The training coordinator",
    because: because[facts.audience],
  }),
  pieces: (facts, house) => ({
    note: <MarkdownNote source={facts.body} publicUrl={house.publicUrl} />,
    page: <MainLink {...pageOf(facts, house)} />,
  }),
  needed: ["note", "courseAndDate"],
};

const because: Record<Facts["audience"], string> = {
  booked: "you have a place on it",
  waiting: "you wait for a place on it",
  attended: "you came to it",
  "did not attend": "you were expected and did not come",
  trainers: "you teach it",
};

const pageOf = ({ bookingId, sessionId }: Facts, house: House) =>
  bookingId === null
    ? { href: addressOf(house, paths.trainerSession(sessionId)), children: "See the session" }
    : { href: bookingPage(house, { bookingId }), children: "See your booking" };
