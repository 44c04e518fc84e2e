// Pure: one session's answers as figures that those who deliver it may see.
//
// A page that changed with every answer would give the newest one away: the mean before it and after it tell what it
// was. So while a stage is open its answers count in fives, in the order in which they were sent.
import { groupBy } from "~/shared/group-by";
import { type Bands, releaseBands, releaseDirection } from "./disclosure/bands";
import {
  givesSmallBack,
  isSmall,
  isWithheld,
  LIMITS,
  releaseCount,
  releasePercentage,
  type Withheld,
} from "./disclosure/limits";
import { type Shown, show } from "./disclosure/shown";
import { publishList } from "./disclosure/tables";
import type { Change, Direction } from "./impact";
import { mean } from "./measures/descriptive";
import { directionOfChange } from "./measures/direction";
import { summariseMean } from "./measures/mean-interval";
import type { GivenReaction, GivenResponse, MadeCommitment } from "./session-answers.server";

const audience = "owner";
const fewest = LIMITS.figure[audience];

/** A figure of so many people. */
const ofPeople = <Figure>(people: number, figure: () => Figure): Shown<Figure> =>
  show(people < fewest ? "too few" : "shown", fewest, figure);

/** What the limits have let through. */
const passed = <Figure>(released: Figure | Withheld): Shown<Figure> =>
  isWithheld(released) ? released : show("shown", fewest, () => released);

/** All of a list once its stage is closed; until then only whole fives of it. */
export const inFives = <Row>(rows: readonly Row[], closed: boolean): readonly Row[] =>
  closed ? rows : rows.slice(0, rows.length - (rows.length % LIMITS.count));

/** Somebody before and after on one scale. */
export type Pair = { pre: number; post: number };

/**
 * Those who answered in time both before (at booking, else on arrival) and at the end, in the order of the latter.
 * @param itemsOf by question set: what it asks. Where the wording has changed between the two there is no pair.
 */
export function pairsOf(
  responses: readonly GivenResponse[],
  score: "confidence" | "scenarios",
  itemsOf?: ReadonlyMap<string, string>,
): Pair[] {
  const inTime = responses.filter(({ keptApart }) => keptApart === null);
  const byPerson = groupBy(inTime, ({ respondentId }) => respondentId);
  return inTime
    .filter(({ stage }) => stage === "T2")
    .flatMap((after) => {
      const own = byPerson.get(after.respondentId) ?? [];
      const alike = own.filter(
        ({ instrumentId }) => !itemsOf || itemsOf.get(instrumentId) === itemsOf.get(after.instrumentId),
      );
      const at = (stage: "T0" | "T1") => alike.find((one) => one.stage === stage)?.[score] ?? null;
      const pre = at("T0") ?? at("T1");
      const post = after[score];
      return pre === null || post === null ? [] : [{ pre, post }];
    });
}

export type LearningShown = {
  change: Shown<Change>;
  direction: Shown<Bands<Direction>>;
  /** 0 to 1: those with both answers, of those who came. */
  matchedRate: Shown<number>;
};

/** The change of pairs, in the unit of their scale times `unit`. */
export function learningShown(pairs: readonly Pair[], came: number, unit = 1): LearningShown {
  const n = pairs.length;
  const changes = pairs.map(({ pre, post }) => (post - pre) * unit);
  return {
    change: ofPeople(n, () => changeOf(pairs, changes, unit)),
    direction: passed(releaseDirection(directionOfChange(changes), audience)),
    matchedRate: shareShown(n, came),
  };
}

function changeOf(pairs: readonly Pair[], changes: readonly number[], unit: number): Change {
  const told = summariseMean(changes);
  return {
    before: (mean(pairs.map(({ pre }) => pre)) ?? 0) * unit,
    after: (mean(pairs.map(({ post }) => post)) ?? 0) * unit,
    change: told.mean ?? 0,
    low: told.ci95?.[0] ?? null,
    high: told.ci95?.[1] ?? null,
    pairs: pairs.length,
    sessions: 1,
    method: "pairs",
  };
}

/** 0 to 1. */
function shareShown(part: number, whole: number): Shown<number> {
  const percentage = releasePercentage(part, whole, audience);
  return isWithheld(percentage) ? percentage : passed(percentage / 100);
}

export type ReactionShown = {
  wording: string;
  highest: number;
  lowestLabel: string;
  highestLabel: string;
  answers: Shown<number>;
  mean: Shown<number>;
  bands: Shown<Bands<"low" | "middle" | "high">>;
};

/** One question on a short scale: low is below its middle, high above. */
export function reactionShown(
  rows: readonly [GivenReaction, ...GivenReaction[]],
  closed: boolean,
): ReactionShown {
  const [{ wording, lowest, highest, lowestLabel, highestLabel }] = rows;
  const values = inFives(rows, closed).map(({ value }) => value);
  const middle = ((lowest ?? 0) + (highest ?? 0)) / 2;
  const counted = (wanted: (value: number) => boolean) => values.filter(wanted).length;
  return {
    wording,
    highest: highest ?? 0,
    lowestLabel: lowestLabel ?? "",
    highestLabel: highestLabel ?? "",
    answers: passed(releaseCount(values.length)),
    mean: ofPeople(values.length, () => mean(values) ?? 0),
    bands: passed(
      releaseBands(
        [
          { label: "low", count: counted((value) => value < middle) },
          { label: "middle", count: counted((value) => value === middle) },
          { label: "high", count: counted((value) => value > middle) },
        ],
        audience,
      ),
    ),
  };
}

/** How often each option was chosen; null where that is withheld. */
export type ChoiceShown = {
  wording: string;
  options: { text: string; chosen: number | null }[];
  answers: Shown<number>;
};

export function choiceShown(
  rows: readonly [GivenReaction, ...GivenReaction[]],
  options: readonly { position: number; text: string }[],
  closed: boolean,
): ChoiceShown {
  const values = inFives(rows, closed).map(({ value }) => value);
  const counts = options.map(({ position }) => values.filter((value) => value === position).length);
  const { values: shown, total } = publishList(counts);
  return {
    wording: rows[0].wording,
    options: options.map(({ text }, index) => ({ text, chosen: shown[index] ?? null })),
    answers: passed(total ?? givesSmallBack),
  };
}

/** How many have answered, of those asked. Few who have not are kept back like few who have. */
export type ReturnShown = { answered: Shown<number>; owed: Shown<number>; rate: Shown<number> };

export const returnShown = (answered: number, owed: number): ReturnShown => ({
  owed: passed(releaseCount(owed)),
  answered: isSmall(owed - answered) ? givesSmallBack : passed(releaseCount(answered)),
  rate: shareShown(answered, owed),
});

const outcomes = ["done", "partly", "not yet", "no longer relevant"] as const;
const views = ["yes", "partly", "no", "no opportunity", "cannot say"] as const;

export type PracticeShown = {
  people: Shown<number>;
  made: Shown<number>;
  /** 0 to 10, of those who said. */
  sure: Shown<number>;
  outcomes: Shown<Bands<(typeof outcomes)[number]>>;
  seen: Shown<Bands<(typeof views)[number]>>;
};

/**
 * Commitments, counted by the people behind them: five of them can be two people's.
 * @param closed whether the end, the follow-up and the managers' time are over
 */
export function practiceShown(
  commitments: readonly MadeCommitment[],
  closed: { end: boolean; later: boolean; managers: boolean },
): PracticeShown {
  const made = peopleBehind(commitments, closed.end);
  const sure = peopleBehind(
    commitments.filter((one) => one.sure !== null),
    closed.end,
  );
  const later = peopleBehind(
    by(commitments, ({ outcome, outcomeAt }) => (outcome === null ? null : outcomeAt)),
    closed.later,
  );
  const seen = peopleBehind(
    by(commitments, (one) => (one.seen === null ? null : one.seenAt)),
    closed.managers,
  );
  return {
    people: passed(releaseCount(made.people)),
    made: ofPeople(made.people, () => made.rows.length),
    sure: ofPeople(sure.people, () => mean(sure.rows.map((one) => one.sure ?? 0)) ?? 0),
    outcomes: bandsOf(later, outcomes, ({ outcome }) => outcome),
    seen: bandsOf(seen, views, (one) => one.seen),
  };
}

type Behind = { people: number; rows: MadeCommitment[] };

function peopleBehind(rows: readonly MadeCommitment[], closed: boolean): Behind {
  const people = inFives([...groupBy(rows, ({ respondentId }) => respondentId).values()], closed);
  return { people: people.length, rows: people.flat() };
}

/** Those with an instant, in its order. */
const by = (rows: readonly MadeCommitment[], at: (row: MadeCommitment) => number | null) =>
  rows
    .flatMap((row) => {
      const instant = at(row);
      return instant === null ? [] : [{ row, instant }];
    })
    .sort((one, other) => one.instant - other.instant)
    .map(({ row }) => row);

function bandsOf<Label>(
  { people, rows }: Behind,
  labels: readonly Label[],
  of: (row: MadeCommitment) => Label | null,
): Shown<Bands<Label>> {
  const counts = labels.map((label) => ({ label, count: rows.filter((row) => of(row) === label).length }));
  const bands = releaseBands(counts, audience);
  return isWithheld(bands) ? bands : ofPeople(people, () => bands);
}
