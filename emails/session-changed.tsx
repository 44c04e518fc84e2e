// To each person booked on a session whose time, place or joining link is another than before.
import { meetingTime } from "~/shared/format";
import { bookingPage, courseAndDate } from "./house";
import { BookingDetails, Layout, MainLink, Paragraph } from "./layout";
import type { Template } from "./template";

export const sessionChanged: Template<"session changed"> = {
  subject: (facts) => `${headingOf(facts.changed)}: ${courseAndDate(facts)}`,
  letter: (facts, house) => (
    <Layout
      house={house}
      heading={headingOf(facts.changed)}
      opening={`Please check what is new for ${courseAndDate(facts)}.`}
      name={facts.personName}
    >
      <Paragraph>
        {facts.hasPlace
          ? "You have a place on this training."
          : "You have asked for a place on this training."}{" "}
        We have changed {whatIn(facts.changed)}. This is how it is now.
      </Paragraph>
      <BookingDetails facts={facts} />
      {facts.changed.includes("when") && (
        <Paragraph>It was on {facts.before.meetings.map(meetingTime).join(", and on ")}.</Paragraph>
      )}
      {facts.changed.includes("where") && (
        <Paragraph>
          {facts.before.mode === "online" ? "It was online." : `It was at ${facts.before.place}.`}
        </Paragraph>
      )}
      {facts.mode === "online" && facts.hasPlace && (
        <Paragraph>
          The {facts.changed.includes("link") ? "new joining link" : "joining link"} is on your booking page.
        </Paragraph>
      )}
      <MainLink href={bookingPage(house, facts)}>See or cancel your booking</MainLink>
      <Paragraph>
        {facts.hasPlace
          ? "You keep your place and need not do anything. If you cannot come now, please cancel on your booking page."
          : "Nothing else about your booking has changed: if you hold an offer, answer it in its time. If you cannot come now, please cancel on your booking page."}
      </Paragraph>
      {inCalendar(facts) && (
        <Paragraph>
          {facts.meetings.length > 1
            ? "A calendar update for each day is attached."
            : "A calendar update is attached."}{" "}
          If your calendar still shows the old entry, please change it yourself.
        </Paragraph>
      )}
    </Layout>
  ),
  calendar: (facts) => (inCalendar(facts) ? { method: "REQUEST", facts } : null),
};

type Facts = Parameters<typeof sessionChanged.subject>[0];

/** The joining link never stands in a calendar, so that alone is no news for it. */
const inCalendar = ({ hasPlace, changed }: Pick<Facts, "hasPlace" | "changed">) =>
  hasPlace && (changed.includes("when") || changed.includes("where"));

const words = { when: "the time", where: "the place", link: "the joining link" };
export const whatIn = (changed: Facts["changed"]) => changed.map((what) => words[what]).join(" and ");

export function headingOf(changed: Facts["changed"]): string {
  if (changed.includes("when")) return changed.includes("where") ? "New time and place" : "New time";
  return changed.includes("where") ? "New place" : "New joining link";
}
