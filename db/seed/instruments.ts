// The two question sets: the same four confidence items before and after, and two about the training itself after it.
import type { Db } from "db/client";
import { instrumentItems, instruments, items } from "db/schema";

const confidence = [
  { slug: "recognise", can: "recognise signs of harm" },
  { slug: "act", can: "act on a concern at the right threshold" },
  { slug: "share", can: "share information with other agencies" },
  { slug: "challenge", can: "challenge or escalate when you disagree" },
] as const;

const reactions = [
  {
    slug: "relevant",
    wording: "This training was relevant to my work.",
    lowestLabel: "Strongly disagree",
    highestLabel: "Strongly agree",
  },
  {
    slug: "recommend",
    wording: "I would recommend this training to a colleague.",
    lowestLabel: "Strongly disagree",
    highestLabel: "Strongly agree",
  },
] as const;

/** A changed wording is a new version, so the version is part of the id. */
const itemId = (slug: string) => `item-${slug}-1`;

/** The items in the order in which they are asked. */
export const confidenceItems = confidence.map(({ slug }) => ({ slug, id: itemId(slug) }));
export const reactionItems = reactions.map(({ slug }) => ({ slug, id: itemId(slug) }));

/** Inside the caller's transaction: every partnership asks the same questions. */
export function loadInstruments(db: Db): void {
  for (const { slug, can } of confidence) {
    db.insert(items)
      .values({
        id: itemId(slug),
        slug,
        version: 1,
        wording: `How confident are you, right now, that you can ${can}?`,
        kind: "confidence",
        lowest: 0,
        highest: 10,
        lowestLabel: "Not at all",
        middleLabel: "Moderately",
        highestLabel: "Fully",
      })
      .run();
  }
  for (const reaction of reactions) {
    db.insert(items)
      .values({
        ...reaction,
        id: itemId(reaction.slug),
        version: 1,
        kind: "reaction",
        lowest: 1,
        highest: 5,
        middleLabel: "Neither",
      })
      .run();
  }
  const sets = [
    {
      id: "instrument-T0-1",
      stage: "T0",
      title: "Before the training",
      introduction: "Answer for how you feel today. There are no right answers.",
      asks: confidenceItems,
    },
    {
      id: "instrument-T2-1",
      stage: "T2",
      title: "At the end of the training",
      introduction: "The first four questions are the ones from before. Answer for how you feel now.",
      asks: [...confidenceItems, ...reactionItems],
    },
  ] as const;
  for (const { asks, ...set } of sets) {
    db.insert(instruments)
      .values({ ...set, version: 1 })
      .run();
    asks.forEach(({ id }, position) => {
      db.insert(instrumentItems).values({ instrumentId: set.id, itemId: id, position }).run();
    });
  }
}
