// The question sets to begin with, one per stage: the same confidence questions and scenarios before and after.
import type { Db } from "db/client";
import { type evaluationStages, instrumentItems, instruments, itemOptions, items } from "db/schema";
import { choices, confidence, reactions, scenarios, texts } from "./questions";

/** A changed wording is a new version, so the version is part of the id. */
const itemId = (slug: string) => `item-${slug}-1`;
const idsOf = (questions: readonly { slug: string }[]) =>
  questions.map(({ slug }) => ({ slug, id: itemId(slug) }));

/** The items in the order in which they are asked. */
export const confidenceItems = idsOf(confidence);
export const scenarioItems = scenarios.map(({ slug, options }) => ({
  slug,
  id: itemId(slug),
  options: options.length,
  /** The position of the right answer; positions begin at 1. */
  right: options.findIndex((option) => option.right === true) + 1,
}));
export const reactionItems = idsOf(reactions);
export const choiceItems = choices.map(({ slug, options }) => ({
  slug,
  id: itemId(slug),
  options: options.length,
}));
export const textItems = idsOf(texts);
/** One per confidence item, asked at the end of those courses only that ask in hindsight as well. */
const recalledItems = confidence.map(({ slug }) => ({
  slug: `recalled-${slug}`,
  id: itemId(`recalled-${slug}`),
  recalls: itemId(slug),
}));

type Stage = (typeof evaluationStages)[number];
const asked = (...slugs: string[]) => slugs.map(itemId);
const measured = [...confidenceItems, ...scenarioItems].map(({ id }) => id);

const sets: { stage: Stage; title: string; introduction: string; asks: string[] }[] = [
  {
    stage: "T0",
    title: "Before the training",
    introduction: "Answer for how you feel today. There is no mark, and nobody is told how you did.",
    asks: measured,
  },
  {
    stage: "T1",
    title: "On arrival",
    introduction:
      "The same questions as when you booked. Answer for how you feel now, before the training begins.",
    asks: measured,
  },
  {
    stage: "T2",
    title: "At the end of the training",
    introduction: "It begins with the questions from before. Answer for how you feel now.",
    asks: [
      ...measured,
      ...reactionItems.map(({ id }) => id),
      ...asked("barriers", "improve"),
      ...recalledItems.map(({ id }) => id),
    ],
  },
  {
    stage: "T3",
    title: "Two months on",
    introduction: "It begins with the questions from before. Answer for how you feel now, back at work.",
    asks: [...measured, ...asked("passed-on", "changed")],
  },
  {
    stage: "M",
    title: "What have you seen at work?",
    introduction:
      "Somebody you manage took part in this training and agreed that you are asked. Answer from what you have seen.",
    asks: asked("seen", "manager-example", "manager-barrier"),
  },
  {
    stage: "T4",
    title: "Six months on",
    introduction: "It begins with the questions from before. Answer for how you feel now, half a year later.",
    asks: [...measured, ...asked("changed")],
  },
];

const tenPoints = {
  lowest: 0,
  highest: 10,
  lowestLabel: "Not at all",
  middleLabel: "Moderately",
  highestLabel: "Fully",
};
const fivePoints = {
  lowest: 1,
  highest: 5,
  lowestLabel: "Strongly disagree",
  middleLabel: "Neither",
  highestLabel: "Strongly agree",
};

/** Inside the caller's transaction: every partnership begins with the same questions, asked from the start. */
export function loadInstruments(db: Db): void {
  const add = (item: Omit<typeof items.$inferInsert, "id" | "version">) =>
    db
      .insert(items)
      .values({ ...item, id: itemId(item.slug), version: 1 })
      .run();
  for (const { slug, can } of confidence)
    add({
      slug,
      kind: "confidence",
      ...tenPoints,
      wording: `How confident are you, right now, that you can ${can}?`,
    });
  for (const { slug, could } of confidence)
    add({
      slug: `recalled-${slug}`,
      kind: "recalled",
      ...tenPoints,
      wording: `Looking back to before the training: how confident were you then that you could ${could}?`,
      recallsItemId: itemId(slug),
    });
  for (const { slug, wording } of reactions) add({ slug, kind: "reaction", ...fivePoints, wording });
  for (const { slug, wording } of texts) add({ slug, kind: "text", wording });
  for (const { kind, questions } of [
    { kind: "scenario" as const, questions: scenarios },
    { kind: "choice" as const, questions: choices },
  ])
    for (const { slug, wording, options } of questions) {
      add({ slug, kind, wording });
      options.forEach(({ text, right }, index) => {
        db.insert(itemOptions)
          .values({
            itemId: itemId(slug),
            position: index + 1,
            text,
            right: kind === "scenario" ? right === true : null,
          })
          .run();
      });
    }
  for (const { asks, ...set } of sets) {
    const instrumentId = `instrument-${set.stage}-1`;
    db.insert(instruments)
      .values({ ...set, id: instrumentId, version: 1, publishedAt: 0 })
      .run();
    asks.forEach((id, position) => {
      db.insert(instrumentItems).values({ instrumentId, itemId: id, position }).run();
    });
  }
}
