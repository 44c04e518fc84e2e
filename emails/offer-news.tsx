// To somebody who asked for news of the offer, once a month: what is new and what has places.
import { Link } from "react-email";
import { counted, listed, longDate, monthInWords, timeRange } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf, type House } from "./house";
import { link, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

type Facts = Parameters<Template<"offer news">["values"]>[0];

export const offerNews: Template<"offer news"> = {
  words: {
    subject: "Training with places: {{month}}",
    heading: "Training with places, {{month}}",
    body: `You asked for news of {{about}}. {{howMany}}

{{sessions}}

{{more}}

{{offer}}`,
  },
  opening: "New dates, and what still has places.",
  values: (facts) => ({
    month: monthInWords(facts.month),
    about: facts.about.length === 0 ? "all our training" : listed(facts.about),
    howMany: howManyInWords(facts),
    more: facts.more === 0 ? "" : `${counted(facts.more, "more session has", "more sessions have")} places.`,
  }),
  pieces: (facts, house) => ({
    sessions: <Sessions facts={facts} house={house} />,
    offer: <MainLink href={addressOf(house, paths.courses())}>See all training</MainLink>,
  }),
  needed: ["sessions"],
};

function howManyInWords({ sessions, more }: Facts): string {
  const fresh = sessions.filter(({ isNew }) => isNew).length;
  const all = sessions.length + more;
  return `${counted(all, "session has", "sessions have")} places, ${fresh} of them new.`;
}

function Sessions({ facts, house }: { facts: Facts; house: House }) {
  return (
    <>
      {facts.sessions.map((session) => (
        <Paragraph key={session.sessionId}>
          <strong>{`${session.isNew ? "New: " : ""}${session.courseTitle}`}</strong>
          <br />
          {`${longDate(session.date)}, ${timeRange(session.startTime, session.endTime)}${
            session.days > 1 ? `, first of ${session.days} days` : ""
          }`}
          <br />
          {`${session.where}. ${counted(session.left, "place")} left.`}
          <br />
          <Link href={addressOf(house, paths.session(session.sessionId))} style={link}>
            See and book
          </Link>
        </Paragraph>
      ))}
    </>
  );
}
