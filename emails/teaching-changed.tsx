// To a trainer whose session is another than before, or does not take place.
import type { MessageFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import { updateInWords, withdrawalInWords } from "./calendar-words";
import { callOffToTrainers } from "./call-off-words";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import { beforeInWords, changedInWords, changeHeading, isForCalendars } from "./plan-change-words";
import { sessionLink, teachingDetails, teachingEntryOf, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

type Facts = MessageFacts["teaching changed"];

export const teachingChanged: Template<"teaching changed"> = {
  words: {
    subject: "{{what}}: {{courseAndDate}}",
    heading: "{{what}}",
    body: `{{now}}

{{details}}

{{before}}

{{next}}

{{calendar}}

{{session}}`,
  },
  opening: "Please check what is new for {{courseAndDate}}.",
  values: (facts) => ({
    ...teachingValues(facts),
    what: facts.calledOff ? "You need not teach" : changeHeading(facts),
    now: facts.calledOff
      ? `${roleOf(facts)} It does not take place. ${callOffToTrainers[facts.calledOff]}`
      : `${roleOf(facts)} We have changed ${changedInWords(facts)}. This is how it is now.`,
    before: facts.calledOff ? "" : beforeInWords(facts),
    next: facts.calledOff
      ? "Everyone who booked has been told."
      : "Everyone who booked has been told. If you cannot teach it now, please say so on the session’s page.",
    calendar: calendarOf(facts) ? calendarWords(facts) : "",
  }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts, !facts.calledOff),
    session: facts.calledOff ? (
      <MainLink href={addressOf(house, paths.trainer())}>See your sessions</MainLink>
    ) : (
      sessionLink(facts, house, facts.confirmed ? "See the session" : "Say whether you can")
    ),
  }),
  needed: ["now", "details", "session"],
  calendar: (facts) => calendarOf(facts),
};

const calendarOf = (facts: Facts) =>
  facts.calledOff
    ? teachingEntryOf(facts, "CANCEL")
    : isForCalendars(facts)
      ? teachingEntryOf(facts, "REQUEST")
      : null;

const calendarWords = (facts: Facts) =>
  facts.calledOff ? withdrawalInWords(facts, "it") : updateInWords(facts);

const roleOf = ({ confirmed, calledOff, courseTitle }: Facts) =>
  confirmed
    ? `You ${calledOff ? "were to teach" : "teach"} ${courseTitle}.`
    : `We ${calledOff ? "had asked" : "have asked"} you to teach ${courseTitle}.`;
