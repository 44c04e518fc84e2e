// What a group of people's answers come to, as sums that can be added up: a session's, a course's, a year's.
// Every interval in the report can be worked out from these, so nobody's own answers are needed to make one.
import type { JointMoments, Moments } from "../measures/descriptive";
import { addJointMoments, addMoments, noJointMoments, noMoments } from "../measures/moments";

export type { JointMoments, Moments };

/** Matched pairs on one scale: x is before, y after. */
export type PairSums = {
  pairs: JointMoments;
  /**
   * The changes by the session they were made in: people in one room are alike. One entry until sessions are added, none
   * without a pair.
   */
  sessions: Moments[];
  improved: number;
  same: number;
  declined: number;
  /** Pairs that began at the top of the scale. */
  atTop: number;
};

/** How many stand behind each stage. */
export type StageCounts = { owed: number; answered: number; keptApart: number };

export type Sums = {
  places: { booked: number; came: number; absent: number; walkIns: number };
  stages: Record<"T0" | "T1" | "T2" | "T3" | "M" | "T4", StageCounts>;
  /** Core confidence, 0 to 10: before (T0, else T1) and at the end (T2). */
  confidence: PairSums;
  /** Scenarios answered rightly, 0 to 100. */
  scenarios: PairSums;
  /** By item id, only items asked in the same words both times. */
  items: Record<string, PairSums>;
  /** x: T1 - T0 (drift), y: T2 - T1 (change), of those who answered all three. */
  baseline: JointMoments;
  /** Complete triples of confidence. x: T2 - before, y: T3 - before; and T3 - T2. */
  followUp: { gains: JointMoments; fade: Moments };
  /** Of the matched pairs: those who answered weeks later and those who did not, and how sure they were before. */
  laterAnswered: { before: Moments; change: Moments };
  laterSilent: { before: Moments; change: Moments };
  /** As told in hindsight: x is the answer given before, y what they recall; never paired with anything else. */
  recalled: JointMoments;
  /** By item id: how often each answer from the lowest was given (reactions and choices), at the end. */
  reactions: Record<string, number[]>;
  commitments: {
    people: number;
    made: number;
    /** Those whose makers have been asked since what became of them. */
    asked: number;
    answered: number;
    done: number;
    partly: number;
    notYet: number;
    noLonger: number;
    /** Commitments whose maker had, or had no, opportunity. */
    opportunity: number;
    noOpportunity: number;
    /** What managers saw of single commitments. */
    seen: Record<"yes" | "partly" | "no" | "no opportunity" | "cannot say", number>;
  };
  /** What managers saw applied, one answer per respondent. */
  managers: Record<"yes" | "partly" | "no" | "no opportunity" | "cannot say", number>;
};

export const sumStages = ["T0", "T1", "T2", "T3", "M", "T4"] as const;

/** Of nobody. */
export function emptySums(): Sums {
  return {
    places: { booked: 0, came: 0, absent: 0, walkIns: 0 },
    stages: {
      T0: { ...noCounts },
      T1: { ...noCounts },
      T2: { ...noCounts },
      T3: { ...noCounts },
      M: { ...noCounts },
      T4: { ...noCounts },
    },
    confidence: emptyPairs(),
    scenarios: emptyPairs(),
    items: {},
    baseline: noJointMoments,
    followUp: { gains: noJointMoments, fade: noMoments },
    laterAnswered: { before: noMoments, change: noMoments },
    laterSilent: { before: noMoments, change: noMoments },
    recalled: noJointMoments,
    reactions: {},
    commitments: {
      people: 0,
      made: 0,
      asked: 0,
      answered: 0,
      done: 0,
      partly: 0,
      notYet: 0,
      noLonger: 0,
      opportunity: 0,
      noOpportunity: 0,
      seen: { ...noViews },
    },
    managers: { ...noViews },
  };
}

const noCounts: StageCounts = { owed: 0, answered: 0, keptApart: 0 };
const noViews: Sums["managers"] = { yes: 0, partly: 0, no: 0, "no opportunity": 0, "cannot say": 0 };

/** Pairs of nobody. */
export function emptyPairs(): PairSums {
  return { pairs: noJointMoments, sessions: [], improved: 0, same: 0, declined: 0, atTop: 0 };
}

/**
 * The sums of different sessions added up; each session of their pairs stays apart from the others. In any order and
 * grouping the same but for rounding (1e-12). Sums of one session's agencies are first put together by
 * `addWithinSession`, or their rooms would count twice.
 */
export function addSums(list: readonly Sums[]): Sums {
  return add(list, apart);
}

/** The sums of the agencies of one session: their pairs were made in one room. */
export function addWithinSession(agencies: readonly Sums[]): Sums {
  return add(agencies, (pairs) => {
    const together = addMoments(pairs.flatMap((one) => one.sessions));
    return together.n === 0 ? [] : [together];
  });
}

type Rooms = (pairs: readonly PairSums[]) => Moments[];

/** Each session for itself. */
export const apart: Rooms = (pairs) => pairs.flatMap((one) => one.sessions);

function add(list: readonly Sums[], rooms: Rooms): Sums {
  const sole = list[0];
  if (sole !== undefined && list.length === 1) return sole;
  const all = emptySums();
  for (const one of list) addCounts(all, one);
  all.confidence = addPairs(
    list.map((one) => one.confidence),
    rooms,
  );
  all.scenarios = addPairs(
    list.map((one) => one.scenarios),
    rooms,
  );
  all.items = addItems(list, rooms);
  all.reactions = addReactions(list);
  all.baseline = addJointMoments(list.map((one) => one.baseline));
  all.followUp = {
    gains: addJointMoments(list.map((one) => one.followUp.gains)),
    fade: addMoments(list.map((one) => one.followUp.fade)),
  };
  all.laterAnswered = addBoth(list.map((one) => one.laterAnswered));
  all.laterSilent = addBoth(list.map((one) => one.laterSilent));
  all.recalled = addJointMoments(list.map((one) => one.recalled));
  return all;
}

const views = ["yes", "partly", "no", "no opportunity", "cannot say"] as const;
export const commitmentCounts = [
  "people",
  "made",
  "asked",
  "answered",
  "done",
  "partly",
  "notYet",
  "noLonger",
  "opportunity",
  "noOpportunity",
] as const;

/** Whatever only counts is added to `all` in place: thousands of sessions are added up for one report. */
export function addCounts(
  all: Sums,
  { places, stages, commitments, managers }: Pick<Sums, "places" | "stages" | "commitments" | "managers">,
): void {
  all.places.booked += places.booked;
  all.places.came += places.came;
  all.places.absent += places.absent;
  all.places.walkIns += places.walkIns;
  for (const stage of sumStages) {
    const counts = all.stages[stage];
    counts.owed += stages[stage].owed;
    counts.answered += stages[stage].answered;
    counts.keptApart += stages[stage].keptApart;
  }
  for (const name of commitmentCounts) all.commitments[name] += commitments[name];
  for (const view of views) {
    all.commitments.seen[view] += commitments.seen[view];
    all.managers[view] += managers[view];
  }
}

export function addPairs(list: readonly PairSums[], rooms: Rooms): PairSums {
  const all = emptyPairs();
  const some = list.filter((one) => one.pairs.x.n > 0);
  if (some.length === 0) return all;
  for (const one of some) {
    all.improved += one.improved;
    all.same += one.same;
    all.declined += one.declined;
    all.atTop += one.atTop;
  }
  all.pairs = addJointMoments(some.map((one) => one.pairs));
  all.sessions = rooms(some);
  return all;
}

export function addItems(list: readonly Sums[], rooms: Rooms): Sums["items"] {
  const all: Sums["items"] = {};
  for (const [id, pairs] of byItem(list.map((one) => one.items))) all[id] = addPairs(pairs, rooms);
  return all;
}

export function addReactions(list: readonly Sums[]): Sums["reactions"] {
  const all: Sums["reactions"] = {};
  for (const [id, counts] of byItem(list.map((one) => one.reactions))) all[id] = addLists(counts);
  return all;
}

function addBoth(list: readonly Sums["laterSilent"][]): Sums["laterSilent"] {
  return {
    before: addMoments(list.map((one) => one.before)),
    change: addMoments(list.map((one) => one.change)),
  };
}

function byItem<One>(list: readonly Record<string, One>[]): Map<string, One[]> {
  const all = new Map<string, One[]>();
  for (const items of list) {
    for (const itemId in items) {
      const one = items[itemId];
      if (one === undefined) continue;
      const ones = all.get(itemId);
      if (ones === undefined) all.set(itemId, [one]);
      else ones.push(one);
    }
  }
  return all;
}

function addLists(lists: readonly (readonly number[])[]): number[] {
  const all: number[] = [];
  for (const list of lists) for (let i = 0; i < list.length; i++) all[i] = (all[i] ?? 0) + (list[i] ?? 0);
  return all;
}
