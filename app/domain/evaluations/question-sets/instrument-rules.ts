// Pure rules of question sets: what may be asked at which stage, what a draft lacks, and what follows from publishing it.
import type { evaluationStages, itemKinds } from "db/schema";

export type SetStage = (typeof evaluationStages)[number];
export type ItemKind = (typeof itemKinds)[number];

/** An item as those who keep the sets see it: the right answers, too, which learners never do. */
export type KeptItem = {
  id: string;
  slug: string;
  version: number;
  kind: ItemKind;
  wording: string;
  lowestLabel: string | null;
  middleLabel: string | null;
  highestLabel: string | null;
  options: { text: string; right: boolean }[];
  /** Asked about this course only; null for a core item. */
  courseId: string | null;
  /** Which of the course's learning outcomes it asks about, from 1. */
  outcome: number | null;
  recallsItemId: string | null;
  /** In a published set: it never changes again. */
  out: boolean;
};

/** A set with its items in their order. */
export type KeptSet = {
  id: string;
  stage: SetStage;
  courseId: string | null;
  version: number;
  title: string;
  introduction: string;
  publishedAt: number | null;
  items: KeptItem[];
};

/** About two minutes. Questions in hindsight come besides, where a course asks for them. */
export const mostItems = 20;
export const mostOptions = 8;

/** The stages at which core confidence is asked: compared with one another, so asked in the same words. */
export const comparedStages: readonly SetStage[] = ["T0", "T1", "T2", "T3", "T4"];

/** A scale's two ends, by kind: one scale for what is pooled. */
export const scaleOf = (kind: ItemKind): { lowest: number; highest: number } | null =>
  kind === "confidence" || kind === "recalled"
    ? { lowest: 0, highest: 10 }
    : kind === "reaction"
      ? { lowest: 1, highest: 5 }
      : null;

/** What may be asked at a stage: a line manager rates nobody, and hindsight is asked once, at the end. */
export function kindsAt(stage: SetStage, courseId: string | null): ItemKind[] {
  if (stage === "M") return ["reaction", "choice", "text"];
  const asked: ItemKind[] = ["confidence", "scenario", "reaction", "choice", "text"];
  return stage === "T2" && courseId === null ? [...asked, "recalled"] : asked;
}

/** How many a learner is asked: those in hindsight are left out of the count. */
export const countedItems = (items: readonly Pick<KeptItem, "kind">[]) =>
  items.filter(({ kind }) => kind !== "recalled").length;

const apart: Record<ItemKind, string> = {
  confidence: "confidence",
  recalled: "recalled",
  scenario: "scenario",
  reaction: "about it",
  choice: "about it",
  text: "text",
};
/** Whether two questions stand under one heading of the form, so that their order is seen. */
export const standTogether = (one: Pick<KeptItem, "kind">, other: Pick<KeptItem, "kind">) =>
  apart[one.kind] === apart[other.kind];

const confidenceOf = (items: readonly KeptItem[]) => items.filter(({ kind }) => kind === "confidence");

/** What a recalled item says about a confidence item in other words than before. */
export const recalledWording = (wording: string) =>
  `Looking back to before the training: how would you have answered this then? “${wording}”`;

/** An item of a list; or one still to be made: the newer version of a recalled item, about another confidence item. */
export type Listed = { item: KeptItem; about: KeptItem | null };

/**
 * Recalled items stay in step with the confidence items of their set: one whose question has left goes with it, one
 * whose question was reworded is to be made anew (`about`).
 */
export function inStep(items: readonly KeptItem[], slugOf: (itemId: string) => string): Listed[] {
  const bySlug = new Map(confidenceOf(items).map((item) => [item.slug, item]));
  return items.flatMap((item): Listed[] => {
    if (item.recallsItemId === null) return [{ item, about: null }];
    const target = bySlug.get(slugOf(item.recallsItemId));
    if (!target) return [];
    return [{ item, about: target.id === item.recallsItemId ? null : target }];
  });
}

/**
 * The items of another stage's set once `published` has taken the place of `before`. A reworded item is reworded there
 * too; and core confidence is asked at every compared stage or at none. A draft keeps what was added to it meanwhile.
 */
export function following(
  other: Pick<KeptSet, "stage" | "publishedAt" | "items">,
  published: Pick<KeptSet, "stage" | "courseId" | "items">,
  before: readonly KeptItem[],
): KeptItem[] {
  const newest = new Map(published.items.map((item) => [item.slug, item]));
  const list = other.items.map((item) => newest.get(item.slug) ?? item);
  const compared = comparedStages.includes(published.stage) && comparedStages.includes(other.stage);
  if (published.courseId !== null || !compared) return list;
  const had = new Set(confidenceOf(before).map(({ slug }) => slug));
  const wanted = confidenceOf(published.items);
  const has = new Set(wanted.map(({ slug }) => slug));
  const inDraft = other.publishedAt === null;
  const goes = ({ kind, slug }: KeptItem) =>
    kind === "confidence" && !has.has(slug) && (!inDraft || had.has(slug));
  const stays = list.filter((item) => !goes(item));
  const there = new Set(stays.map(({ slug }) => slug));
  const comes = wanted.filter(({ slug }) => !there.has(slug) && (!inDraft || !had.has(slug)));
  const after = stays.findLastIndex(({ kind }) => kind === "confidence") + 1;
  return [...stays.slice(0, after), ...comes, ...stays.slice(after)];
}

/** A question that reads differently, from one version to the other. */
export type Reworded = { before: KeptItem; after: KeptItem };
export type Difference = {
  added: KeptItem[];
  removed: KeptItem[];
  reworded: Reworded[];
  /** The same items in another order. */
  moved: boolean;
};

/** What is different between two lists of items, told by slug. */
export function differenceOf(before: readonly KeptItem[], after: readonly KeptItem[]): Difference {
  const old = new Map(before.map((item) => [item.slug, item]));
  const now = new Map(after.map((item) => [item.slug, item]));
  const order = (items: readonly KeptItem[], known: Map<string, KeptItem>) =>
    items.flatMap(({ slug }) => (known.has(slug) ? [slug] : [])).join("\n");
  return {
    added: after.filter(({ slug }) => !old.has(slug)),
    removed: before.filter(({ slug }) => !now.has(slug)),
    reworded: after.flatMap((item) => {
      const previous = old.get(item.slug);
      return previous && previous.id !== item.id ? [{ before: previous, after: item }] : [];
    }),
    moved: order(before, now) !== order(after, old),
  };
}

export const isSame = ({ added, removed, reworded, moved }: Difference) =>
  added.length + removed.length + reworded.length === 0 && !moved;

/** What somebody writes of an item; its scale goes by its kind. */
export type ItemWords = Pick<
  KeptItem,
  "wording" | "lowestLabel" | "middleLabel" | "highestLabel" | "options"
>;

/** Whether an item would read the same to a learner and be scored the same. */
export function readsTheSame(item: ItemWords, other: ItemWords): boolean {
  const told = ({ wording, lowestLabel, middleLabel, highestLabel, options }: ItemWords) =>
    JSON.stringify([wording, lowestLabel, middleLabel, highestLabel, options.map((o) => [o.text, o.right])]);
  return told(item) === told(other);
}

export type ItemFault =
  | "too few options"
  | "too many options"
  | "the same option twice"
  | "not one right answer";

/** What is wrong with an item as written; null for nothing. */
export function faultOf(kind: ItemKind, { options }: Pick<ItemWords, "options">): ItemFault | null {
  if (kind !== "scenario" && kind !== "choice") return null;
  if (options.length < 2) return "too few options";
  if (options.length > mostOptions) return "too many options";
  if (new Set(options.map(({ text }) => text.toLowerCase())).size < options.length)
    return "the same option twice";
  const right = options.filter((option) => option.right).length;
  return kind === "scenario" && right !== 1 ? "not one right answer" : null;
}
