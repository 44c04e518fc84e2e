// To a trainer who was taken off a session, by a coordinator or because they said that they cannot after all.

import { paths } from "~/web/paths";
import { withdrawalInWords } from "./calendar-words";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import { teachingDetails, teachingEntryOf, teachingValues } from "./teaching-pieces";
import type { Template } from "./template";

export const trainerReleased: Template<"trainer released"> = {
  words: {
    subject: "You need not teach: {{courseAndDate}}",
    heading: "You need not teach this session",
    body: `{{why}} It takes place without you.

{{details}}

{{calendar}}

{{sessions}}`,
  },
  opening: "You are off the list of trainers for {{courseAndDate}}.",
  values: (facts) => ({
    ...teachingValues(facts),
    why: facts.byThemselves
      ? `Thank you for telling us that you cannot teach ${facts.courseTitle} after all.`
      : `We have taken you off the trainers of ${facts.courseTitle}.`,
    calendar: facts.confirmed ? withdrawalInWords(facts, "it") : "",
  }),
  pieces: (facts, house) => ({
    details: teachingDetails(facts, false),
    sessions: <MainLink href={addressOf(house, paths.trainer())}>See your sessions</MainLink>,
  }),
  needed: ["details"],
  calendar: (facts) => teachingEntryOf(facts, "CANCEL"),
};
