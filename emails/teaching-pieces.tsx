// What letters to trainers share: their session's details, and the calendar entry of their part.
import type { TeachingFacts } from "~/domain/notifications/notifications";
import { paths } from "~/web/paths";
import type { LetterCalendar } from "./calendar-part";
import { addressOf, courseAndDate, type House } from "./house";
import { MainLink, SessionDetails } from "./layout";

export const partInWords: Record<TeachingFacts["part"], string> = {
  lead: "lead trainer",
  "co-trainer": "co-trainer",
  "lived experience": "trainer with lived experience",
};

/** Placeholders of every letter about a part in a session. */
export const teachingValues = (facts: TeachingFacts) => ({
  course: facts.courseTitle,
  courseAndDate: courseAndDate(facts),
  part: partInWords[facts.part],
});

export const teachingDetails = (facts: TeachingFacts, where = true) => (
  <SessionDetails facts={facts} where={where} />
);

export const sessionLink = (facts: TeachingFacts, house: House, words: string) => (
  <MainLink href={addressOf(house, paths.trainerSession(facts.sessionId))}>{words}</MainLink>
);

/** Nothing for somebody who has not said that they can: it does not stand in their calendar. */
export const teachingEntryOf = (facts: TeachingFacts, method: "REQUEST" | "CANCEL"): LetterCalendar | null =>
  facts.confirmed ? { method, teaching: facts } : null;
