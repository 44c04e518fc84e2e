// Pure: from what single people answered to sums, in which nobody is told apart any more.
import { mean } from "../measures/descriptive";
import { emptySums, type Sums } from "./sums";
import { Tallies } from "./tallies";

export type SumStage = keyof Sums["stages"];

/** One response of somebody who came. */
export type Response = {
  instrumentId: string;
  keptApart: boolean;
  /** 0 to 10, and 0 to 1; null where fewer than half of what was asked was answered. */
  confidence: number | null;
  scenarios: number | null;
  /** By item id. */
  answers: ReadonlyMap<string, number>;
};

export type MadeCommitment = {
  outcome: "done" | "partly" | "not yet" | "no longer relevant" | null;
  opportunity: boolean | null;
  seen: View | null;
};
type View = keyof Sums["managers"];

/** All that one respondent answered and promised. */
export type Respondent = {
  responses: ReadonlyMap<SumStage, Response>;
  commitments: readonly MadeCommitment[];
};

/** What has to be known of the questions. */
export type Questions = {
  items: ReadonlyMap<string, Question>;
  /** Core confidence items by core question set; the very same list where two sets ask the same. */
  coreOf: ReadonlyMap<string, readonly string[]>;
};
export type Question = {
  kind: "confidence" | "recalled" | "scenario" | "reaction" | "choice" | "text";
  slug: string;
  /** The lowest answer there is, and the highest: points of a scale, or positions of options. */
  lowest: number;
  highest: number;
  recalls: string | null;
};

/** Answers to core confidence items run to this. */
const mostConfident = 10;
const views: readonly View[] = ["yes", "partly", "no", "no opportunity", "cannot say"];

/**
 * The sums of people who came to one session, but for its places and what was owed. What was kept apart counts as that
 * and in nothing else.
 * @param laterClosed whether the time of T3 is over: until then nobody counts as silent
 */
export function sumsOfPeople(
  people: readonly Respondent[],
  questions: Questions,
  laterClosed: boolean,
): Sums {
  const sums = emptySums();
  const tallies = new Tallies();
  for (const person of people) {
    for (const [stage, response] of person.responses) {
      sums.stages[stage][response.keptApart ? "keptApart" : "answered"] += 1;
    }
    const inTime = (stage: SumStage) => {
      const response = person.responses.get(stage);
      return response && !response.keptApart ? response : null;
    };
    addLearning(tallies, inTime, questions, laterClosed);
    addReactions(sums, inTime("T2"), questions);
    addManager(sums, inTime("M"), questions);
    addCommitments(sums, person.commitments);
  }
  return { ...sums, ...tallies.sums() };
}

type InTime = (stage: SumStage) => Response | null;

function addLearning(tallies: Tallies, inTime: InTime, questions: Questions, laterClosed: boolean): void {
  const [booking, arrival, end, later] = [inTime("T0"), inTime("T1"), inTime("T2"), inTime("T3")];
  if (!end) return;
  const score = (...responses: (Response | null)[]) => comparable(responses, questions);
  // Before is what was said at booking, else on arrival.
  const before = [booking, arrival].find((first) => score(first, end)) ?? null;
  const pair = score(before, end);
  const triple = score(before, end, later);
  if (pair) {
    const [pre = 0, post = 0] = pair;
    tallies.confidence.add(pre, post, mostConfident);
    const group = triple ? tallies.later : tallies.silent;
    if (laterClosed) group.add(pre, post - pre);
  }
  if (triple) {
    const [pre = 0, post = 0, held = 0] = triple;
    tallies.gains.add(post - pre, held - pre);
    tallies.fade.push(held - post);
  }
  const thrice = score(booking, arrival, end);
  if (thrice) {
    const [first = 0, second = 0, last = 0] = thrice;
    tallies.baseline.add(second - first, last - second);
  }
  const started = booking?.scenarios ?? arrival?.scenarios ?? null;
  if (started !== null && end.scenarios !== null)
    tallies.scenarios.add(100 * started, 100 * end.scenarios, 100);
  addItems(tallies, booking, arrival, end, questions);
}

/**
 * The confidence of each response, from the same items in all: as it was worked out when it was recorded where all were
 * asked the same, else anew from what they have in common.
 * @returns null where one is missing, or answered fewer than half of that
 */
function comparable(responses: readonly (Response | null)[], { coreOf }: Questions): number[] | null {
  const given = responses.filter((response) => response !== null);
  if (given.length < responses.length) return null;
  const sets = given.map(({ instrumentId }) => coreOf.get(instrumentId) ?? []);
  const [first = [], ...others] = sets;
  const alike = others.every((set) => set === first);
  const common = first.filter((id) => others.every((set) => set.includes(id)));
  const scores = given.map(({ confidence, answers }) => {
    if (alike) return confidence;
    const answered = common.flatMap((id) => answers.get(id) ?? []);
    return 2 * answered.length >= common.length ? mean(answered) : null;
  });
  const known = scores.filter((score) => score !== null);
  return known.length < scores.length ? null : known;
}

/** Each confidence item that was asked in the same words both times, and what is recalled of before at the end. */
function addItems(
  tallies: Tallies,
  booking: Response | null,
  arrival: Response | null,
  end: Response,
  { items }: Questions,
): void {
  const before = (id: string) => booking?.answers.get(id) ?? arrival?.answers.get(id);
  const told: number[] = [];
  const recalled: number[] = [];
  for (const [id, value] of end.answers) {
    const item = items.get(id);
    const first = before(item?.recalls ?? id);
    if (item === undefined || first === undefined) continue;
    if (item.kind === "confidence") tallies.item(id).add(first, value, item.highest);
    if (item.kind !== "recalled") continue;
    told.push(first);
    recalled.push(value);
  }
  const [was, recall] = [mean(told), mean(recalled)];
  if (was !== null && recall !== null) tallies.recalled.add(was, recall);
}

function addReactions(sums: Sums, end: Response | null, { items }: Questions): void {
  for (const [id, value] of end?.answers ?? []) {
    const item = items.get(id);
    if (item?.kind !== "reaction" && item?.kind !== "choice") continue;
    const counts = sums.reactions[id] ?? new Array<number>(item.highest - item.lowest + 1).fill(0);
    counts[value - item.lowest] = (counts[value - item.lowest] ?? 0) + 1;
    sums.reactions[id] = counts;
  }
}

/** The one question that every manager is asked; its options stand in the order of what they can have seen. */
function addManager(sums: Sums, response: Response | null, { items }: Questions): void {
  for (const [id, value] of response?.answers ?? []) {
    const item = items.get(id);
    const view = item?.kind === "choice" && item.slug === "seen" ? views[value - item.lowest] : undefined;
    if (view !== undefined) sums.managers[view] += 1;
  }
}

const outcomeKeys = {
  done: "done",
  partly: "partly",
  "not yet": "notYet",
  "no longer relevant": "noLonger",
} as const;

function addCommitments({ commitments: counts }: Sums, made: readonly MadeCommitment[]): void {
  if (made.length > 0) counts.people += 1;
  counts.made += made.length;
  for (const { outcome, opportunity, seen } of made) {
    if (outcome !== null) {
      counts.answered += 1;
      counts[outcomeKeys[outcome]] += 1;
    }
    if (opportunity !== null) counts[opportunity ? "opportunity" : "noOpportunity"] += 1;
    if (seen !== null) counts.seen[seen] += 1;
  }
}
