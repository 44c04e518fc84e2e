// To a coordinator: too few people have booked a session, and the day to decide is near.
import { counted, longDateTimeAt, plainDate } from "~/shared/format";
import { paths } from "~/web/paths";
import { addressOf } from "./house";
import { MainLink } from "./layout";
import type { Template } from "./template";

export const minimumNotMet: Template<"minimum not met"> = {
  words: {
    subject: "Decide whether it goes ahead: {{course}}, {{date}}",
    heading: "Decide whether a session goes ahead",
    body: `{{course}} on {{date}} needs {{minimum}}. So far {{booked}} a place.

Please decide by {{until}}. You can let it go ahead, postpone it or cancel it. Nothing happens by itself.

{{decide}}`,
  },
  opening: "{{course}} on {{date}} has too few people.",
  values: (facts) => ({
    course: facts.courseTitle,
    date: plainDate(facts.date),
    minimum: counted(facts.minimum, "person", "people"),
    booked: counted(facts.booked, "person has", "people have"),
    until: longDateTimeAt(facts.decideBy),
  }),
  pieces: (facts, house) => ({
    decide: <MainLink href={addressOf(house, paths.manageSession(facts.sessionId))}>Decide now</MainLink>,
  }),
  needed: ["course", "date", "until", "decide"],
};
