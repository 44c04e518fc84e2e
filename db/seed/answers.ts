// What people answer before and after: most gain, a few do not, and each course has a pattern of its own.
import type { Answers } from "~/domain/evaluations/evaluations";
import { type Chance, chanceFrom } from "./chance";
import { confidenceItems, reactionItems } from "./instruments";

/** Mean change of each confidence item, in points out of 10: recognise, act, share, challenge. */
const usualChange = [2.4, 2.3, 2, 1.8];
const changes: Record<string, number[]> = {
  "domestic-abuse": [2.5, 2.4, 2, 1.8],
  "child-sexual-abuse-pathway": [2.2, 2.1, 1.6, 1.4],
  "missing-from-home": [1.6, 2, 2.2, 1.5],
  // Chronologies show how much was missed: people leave less sure that they can challenge.
  "impact-chronology": [1.9, 1.8, 1.6, -1.6],
  // Learned by doing it for months: the day itself changes little.
  "motivational-interviewing": [0.2, 0, 0.1, 0.1],
};

/** Challenging is harder than sharing, for nearly everyone. */
const difficulty = [0.3, 0.2, 0.1, -0.6];

const liking: Record<string, number> = { "motivational-interviewing": 3.8, "domestic-abuse": 4.6 };

const onScale = (value: number, lowest: number, highest: number) =>
  Math.min(highest, Math.max(lowest, Math.round(value)));

/** One in thirty is left blank, as anyone may. */
const unlessBlank = (chance: Chance, answer: Answers[number]) => (chance.happens(1 / 30) ? [] : [answer]);

/**
 * One person's answers about one session: the same person starts from about the same confidence everywhere.
 * Around 5.5 before, with a spread of about 1.8 between people.
 */
export function answersOf(personKey: string, session: { key: string; course: string }) {
  const nature = chanceFrom(`${personKey} by nature`).around(0, 1.3);
  const chance = chanceFrom(`${personKey} answers about ${session.key}`);
  const gain = chance.around(0, 1.3);
  const before: Answers = [];
  const after: Answers = [];
  confidenceItems.forEach(({ id }, index) => {
    const level = 5.5 + nature + (difficulty[index] ?? 0) + chance.around(0, 1.1);
    const change = (changes[session.course] ?? usualChange)[index] ?? 0;
    const later = level + change + gain + chance.around(0, 1.1);
    before.push(...unlessBlank(chance, { itemId: id, value: onScale(level, 0, 10) }));
    after.push(...unlessBlank(chance, { itemId: id, value: onScale(later, 0, 10) }));
  });
  for (const { id } of reactionItems) {
    const value = onScale((liking[session.course] ?? 4.3) + chance.around(0, 0.7), 1, 5);
    after.push(...unlessBlank(chance, { itemId: id, value }));
  }
  return { before, after };
}
