// To someone with a place, some days before: where and when, how to get in, what to expect, what to read, who teaches.
import { Link } from "react-email";
import type { MessageFacts } from "~/domain/notifications/notifications";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, link, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

type Facts = MessageFacts["joining details"];

export const joiningDetails: Template<"joining details"> = {
  words: {
    subject: "How to join: {{courseAndDate}}",
    heading: "How to join your training",
    body: `Your training is soon. Here is what you need to know.

{{details}}

{{howToJoin}}

{{expect}}

{{materials}}

{{teachers}}

{{booking}}

Please tell us early if you need something to take part. If you cannot come, please cancel on your booking page. Then someone else can have the place.`,
  },
  opening: "Where, when and what to expect: {{courseAndDate}}.",
  values: (facts) => ({
    courseAndDate: courseAndDate(facts),
    howToJoin:
      facts.mode === "online"
        ? "The joining link is on your booking page. Sign in there shortly before we start."
        : "Please be there ten minutes before we start.",
    teachers: teachersOf(facts),
  }),
  pieces: (facts, house) => ({
    details: <BookingDetails facts={facts} />,
    expect: facts.contentNote ? <Paragraph>{`What to expect: ${facts.contentNote}`}</Paragraph> : null,
    materials: facts.materials.length > 0 ? <Materials materials={facts.materials} /> : null,
    booking: <MainLink href={bookingPage(house, facts)}>See your booking</MainLink>,
  }),
  needed: ["details", "booking"],
};

const Materials = ({ materials }: Pick<Facts, "materials">) => (
  <>
    <Paragraph>To read or to bring:</Paragraph>
    {materials.map(({ title, url }) => (
      <Paragraph key={url}>
        <Link href={url} style={link}>
          {title}
        </Link>
      </Paragraph>
    ))}
  </>
);

const parts: Record<Facts["teachers"][number]["part"], string> = {
  lead: "a trainer",
  "co-trainer": "a co-trainer",
  "lived experience": "someone with lived experience",
};

/** Never a name: who it is may change, and nobody asked them. */
function teachersOf({ teachers }: Facts): string {
  const [first, ...others] = teachers.map(({ part, agencyName }) => `${parts[part]} from ${agencyName}`);
  if (first === undefined) return "";
  const last = others.pop();
  return `You will be taught by ${[first, ...others].join(", ")}${last ? ` and ${last}` : ""}.`;
}
