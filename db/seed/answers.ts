// What people answer at each stage: most gain, a few do not, some of it fades, and each course has a pattern of its own.
import type { Given } from "~/domain/evaluations/evaluations";
import { type Chance, chanceFrom } from "./chance";
import { choiceItems, confidenceItems, reactionItems, scenarioItems, textItems } from "./instruments";
import {
  changes as changesSaid,
  companions,
  generalIntentions,
  improvements,
  intentions,
  obstacles,
} from "./said";

type Answer = Given["answers"][number];

/** Mean change of each confidence item, in points out of 10: recognise, act, share, challenge, voice, together. */
const usualChange = [2.4, 2.3, 2, 1.8, 1.9, 2.1];
const changes: Record<string, number[]> = {
  "domestic-abuse": [2.5, 2.4, 2, 1.8, 2.2, 2],
  "child-sexual-abuse-pathway": [2.2, 2.1, 1.6, 1.4, 1.5, 1.7],
  "missing-from-home": [1.6, 2, 2.2, 1.5, 1.2, 1.9],
  // Chronologies show how much was missed: people leave less sure that they can challenge.
  "impact-chronology": [1.9, 1.8, 1.6, -1.6, 0.9, 1.4],
  // Learned by doing it for months: the day itself changes little.
  "motivational-interviewing": [0.2, 0, 0.1, 0.1, 0.2, 0],
};

/** Challenging is harder than sharing, for nearly everyone. */
const difficulty = [0.3, 0.2, 0.1, -0.6, 0, 0];

const liking: Record<string, number> = { "motivational-interviewing": 3.8, "domestic-abuse": 4.6 };

/** Of the gain, weeks later and half a year later. */
const kept = { after: 1, weeksLater: 0.7, halfYear: 0.6 };
/** How likely the right option of a scenario is. */
const knowing = { before: 0.55, after: 0.78, weeksLater: 0.72, halfYear: 0.7 };

const onScale = (value: number, lowest: number, highest: number) =>
  Math.min(highest, Math.max(lowest, Math.round(value)));

/** One in thirty is left blank, as anyone may. */
const unlessBlank = (chance: Chance, answer: Answer): Answer[] => (chance.happens(1 / 30) ? [] : [answer]);

const of = (answers: Answer[]): Given => ({
  answers,
  comments: [],
  commitments: [],
  followUps: [],
  managerMayBeAsked: null,
});

/**
 * One person's answers about one session: the same person starts from about the same confidence everywhere.
 * Around 5.5 before, with a spread of about 1.8 between people.
 */
export function answersOf(personKey: string, session: { key: string; course: string }) {
  const nature = chanceFrom(`${personKey} by nature`).around(0, 1.3);
  const chance = chanceFrom(`${personKey} answers about ${session.key}`);
  const gain = chance.around(0, 1.3);
  const people = confidenceItems.map(({ id }, index) => {
    const level = 5.5 + nature + (difficulty[index] ?? 0) + chance.around(0, 1.1);
    return { id, level, gain: ((changes[session.course] ?? usualChange)[index] ?? 0) + gain };
  });
  /** Drift: a little of the change comes by itself, or by having been asked. */
  const confident = (share: number, drift = 0): Answer[] =>
    people.flatMap(({ id, level, gain: all }) =>
      unlessBlank(chance, {
        itemId: id,
        value: onScale(level + share * all + drift + chance.around(0, 1), 0, 10),
      }),
    );
  const knows = (likely: number): Answer[] =>
    scenarioItems.flatMap(({ id, options, right }) => {
      const wrong = Array.from({ length: options }, (_, index) => index + 1).filter((one) => one !== right);
      return unlessBlank(chance, { itemId: id, value: chance.happens(likely) ? right : chance.pick(wrong) });
    });
  const likes = reactionItems.flatMap(({ id }) =>
    unlessBlank(chance, {
      itemId: id,
      value: onScale((liking[session.course] ?? 4.3) + chance.around(0, 0.7), 1, 5),
    }),
  );
  const before = of([...confident(0), ...knows(knowing.before)]);
  const after = of([...confident(kept.after), ...knows(knowing.after), ...likes, chosen(chance, "barriers")]);
  return {
    before,
    onArrival: of([...confident(0, 0.1), ...knows(knowing.before)]),
    after: {
      ...after,
      comments: chance.happens(0.15) ? [said(chance, "improve", improvements)] : [],
      commitments: intended(chance, session.course),
      managerMayBeAsked: chance.happens(0.7),
    },
    weeksLater: {
      ...of([...confident(kept.weeksLater), ...knows(knowing.weeksLater), chosen(chance, "passed-on")]),
      comments: chance.happens(0.2) ? [said(chance, "changed", changesSaid)] : [],
    },
    halfYear: of([...confident(kept.halfYear), ...knows(knowing.halfYear)]),
  };
}

function chosen(chance: Chance, slug: string): Answer {
  const item = choiceItems.find((one) => one.slug === slug);
  if (!item) throw new Error(`No question ${slug}.`);
  // The first of the options is the most usual.
  return { itemId: item.id, value: Math.min(item.options, 1 + Math.floor(Math.abs(chance.around(0, 1.4)))) };
}

export function said(chance: Chance, slug: string, words: readonly string[]): Given["comments"][number] {
  const item = textItems.find((one) => one.slug === slug);
  if (!item) throw new Error(`No question ${slug}.`);
  return { itemId: item.id, text: chance.pick(words), quotable: chance.happens(0.7) };
}

/** Most make one or two commitments, some none. */
function intended(chance: Chance, course: string): Given["commitments"] {
  const own = [...(intentions[course] ?? []), ...generalIntentions];
  const wanted = chance.happens(0.25) ? 0 : chance.happens(0.6) ? 1 : chance.happens(0.7) ? 2 : 3;
  const picked = new Set<string>();
  while (picked.size < wanted) picked.add(chance.pick(own));
  return [...picked].map((what) => ({
    what,
    byWhen: chance.happens(0.5) ? "Within four weeks" : null,
    withWhom: chance.happens(0.5) ? chance.pick(companions) : null,
    sure: onScale(chance.around(7.5, 1.5), 0, 10),
    obstacle: chance.happens(0.4) ? chance.pick(obstacles) : null,
    quotable: chance.happens(0.5),
  }));
}
