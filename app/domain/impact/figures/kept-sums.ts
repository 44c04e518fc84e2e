// Sums as they are kept in the database: one row of numbers and the ids they belong to, a third of the size of objects.
import type { JointMoments, Moments } from "../measures/descriptive";
import { addMoments, noJointMoments, noMoments } from "../measures/moments";
import { commitmentCounts, emptySums, type PairSums, type StageCounts, type Sums, sumStages } from "./sums";

/** Raised when the row or what is counted changes: figures kept in another way are worked out anew. */
export const sumsFormat = 3;

/** Numbers in the order in which `Reading` takes them; ids in that of their numbers. */
type Kept = { numbers: number[]; items: string[]; reactions: string[] };

const views = ["yes", "partly", "no", "no opportunity", "cannot say"] as const;

/** One session's sums as text; doubles are written so that the same ones are read. */
export function writeSums(sums: Sums): string {
  const { places, stages, items, reactions, followUp, laterAnswered, laterSilent } = sums;
  const numbers = [places.booked, places.came, places.absent, places.walkIns];
  for (const stage of sumStages) {
    const { owed, answered, keptApart } = stages[stage];
    numbers.push(owed, answered, keptApart);
  }
  for (const pairs of [sums.confidence, sums.scenarios, ...Object.values(items)]) putPairs(numbers, pairs);
  for (const joint of [sums.baseline, followUp.gains, sums.recalled]) putJoint(numbers, joint);
  for (const { before, change } of [laterAnswered, laterSilent]) {
    putMoments(numbers, before);
    putMoments(numbers, change);
  }
  putMoments(numbers, followUp.fade);
  for (const counts of Object.values(reactions)) numbers.push(counts.length, ...counts);
  for (const name of commitmentCounts) numbers.push(sums.commitments[name]);
  for (const view of views) numbers.push(sums.commitments.seen[view], sums.managers[view]);
  const kept: Kept = { numbers, items: Object.keys(items), reactions: Object.keys(reactions) };
  return JSON.stringify(kept);
}

function putMoments(numbers: number[], { n, mean, m2 }: Moments): void {
  if (n === 0) numbers.push(0);
  else numbers.push(n, mean, m2);
}

function putJoint(numbers: number[], { x, y, c }: JointMoments): void {
  if (x.n === 0) numbers.push(0);
  else numbers.push(x.n, x.mean, x.m2, y.mean, y.m2, c);
}

function putPairs(numbers: number[], pairs: PairSums): void {
  putJoint(numbers, pairs.pairs);
  if (pairs.pairs.x.n === 0) return;
  putMoments(numbers, addMoments(pairs.sessions));
  numbers.push(pairs.improved, pairs.same, pairs.declined, pairs.atTop);
}

/** The sums that `writeSums` wrote. */
export function readSums(text: string): Sums {
  const kept: Kept = JSON.parse(text);
  const from: Reading = { numbers: kept.numbers, at: 0 };
  // Of every session of every agency in a year's report: written out, as it is read in one go so.
  const places = { booked: next(from), came: next(from), absent: next(from), walkIns: next(from) };
  const stages = {
    T0: stageCounts(from),
    T1: stageCounts(from),
    T2: stageCounts(from),
    T3: stageCounts(from),
    M: stageCounts(from),
    T4: stageCounts(from),
  };
  const confidence = pairSums(from);
  const scenarios = pairSums(from);
  const items: Sums["items"] = {};
  for (const id of kept.items) items[id] = pairSums(from);
  const baseline = joint(from);
  const gains = joint(from);
  const recalled = joint(from);
  const laterAnswered = { before: moments(from), change: moments(from) };
  const laterSilent = { before: moments(from), change: moments(from) };
  const followUp = { gains, fade: moments(from) };
  const reactions: Sums["reactions"] = {};
  for (const id of kept.reactions) {
    const counts = next(from);
    reactions[id] = from.numbers.slice(from.at, from.at + counts);
    from.at += counts;
  }
  const commitments = { ...noCommitments, seen: { ...noCommitments.seen } };
  const managers = { ...noCommitments.seen };
  for (const name of commitmentCounts) commitments[name] = next(from);
  for (const view of views) {
    commitments.seen[view] = next(from);
    managers[view] = next(from);
  }
  return {
    places,
    stages,
    confidence,
    scenarios,
    items,
    baseline,
    followUp,
    laterAnswered,
    laterSilent,
    recalled,
    reactions,
    commitments,
    managers,
  };
}

const { commitments: noCommitments } = emptySums();

/** How far the numbers of a row have been read. */
type Reading = { readonly numbers: readonly number[]; at: number };

const noPairs: PairSums = {
  pairs: noJointMoments,
  sessions: [],
  improved: 0,
  same: 0,
  declined: 0,
  atTop: 0,
};

function next(from: Reading): number {
  return from.numbers[from.at++] ?? 0;
}

function stageCounts(from: Reading): StageCounts {
  return { owed: next(from), answered: next(from), keptApart: next(from) };
}

function moments(from: Reading): Moments {
  const n = next(from);
  return n === 0 ? noMoments : { n, mean: next(from), m2: next(from) };
}

function joint(from: Reading): JointMoments {
  const n = next(from);
  if (n === 0) return noJointMoments;
  const x = { n, mean: next(from), m2: next(from) };
  return { x, y: { n, mean: next(from), m2: next(from) }, c: next(from) };
}

function pairSums(from: Reading): PairSums {
  const pairs = joint(from);
  if (pairs.x.n === 0) return noPairs;
  const sessions = [moments(from)];
  return {
    pairs,
    sessions,
    improved: next(from),
    same: next(from),
    declined: next(from),
    atTop: next(from),
  };
}
