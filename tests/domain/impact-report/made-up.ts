// A small made-up partnership as report inputs: people with answers, added up the way the service does it.

import { emptyPairs, emptySums, type PairSums, type Sums } from "~/domain/impact/figures/sums";
import { jointMomentsOf, momentsOf } from "~/domain/impact/measures/descriptive";
import type { Period, ReportInputs } from "~/domain/impact/report";
import { reportingYearOf } from "~/domain/impact/reporting-years";

/** What one person who had a place did and said; blank where not. */
export type Learner = {
  absent?: boolean;
  walkIn?: boolean;
  pre?: number;
  arrival?: number;
  post?: number;
  later?: number;
  /** 1 to 5. */
  relevant?: number;
  /** What became of each commitment; blank: not answered. */
  commitments?: ("done" | "partly" | "not yet" | "no longer" | null)[];
  manager?: "yes" | "no" | "no opportunity";
};

export const year: Period = reportingYearOf("2026-10-01");

/** A fixed stream of whole numbers below `below`. */
export function chance(seed: number) {
  let state = seed >>> 0 || 1;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const given = (value: number | undefined): value is number => value !== undefined;

function pairsOf(pairs: readonly (readonly [number, number])[]): PairSums {
  if (pairs.length === 0) return emptyPairs();
  const changes = pairs.map(([pre, post]) => post - pre);
  return {
    pairs: jointMomentsOf(
      pairs.map(([pre]) => pre),
      pairs.map(([, post]) => post),
    ),
    sessions: [momentsOf(changes)],
    improved: changes.filter((change) => change > 0).length,
    same: changes.filter((change) => change === 0).length,
    declined: changes.filter((change) => change < 0).length,
    atTop: pairs.filter(([pre]) => pre === 10).length,
  };
}

/** The sums of one session's people from one agency. */
function sumsOf(learners: readonly Learner[]): Sums {
  const came = learners.filter(({ absent }) => !absent);
  const pairs = came.flatMap(({ pre, post }) => (given(pre) && given(post) ? [[pre, post] as const] : []));
  const triples = came.flatMap(({ pre, post, later }) =>
    given(pre) && given(post) && given(later) ? [{ pre, post, later }] : [],
  );
  const silent = came.flatMap(({ pre, post, later }) =>
    given(pre) && given(post) && !given(later) ? [{ pre, post }] : [],
  );
  const twice = came.flatMap(({ pre, arrival, post }) =>
    given(pre) && given(arrival) && given(post) ? [{ pre, arrival, post }] : [],
  );
  const answered = (field: keyof Learner) => came.filter((learner) => learner[field] !== undefined).length;
  const walkIns = came.filter(({ walkIn }) => walkIn).length;
  const made = came.flatMap(({ commitments }) => commitments ?? []);
  const become = (what: string) => made.filter((one) => one === what).length;
  const managers = came.flatMap(({ manager }) => manager ?? []);
  const views = (what: string) => managers.filter((one) => one === what).length;
  const reactions = came.flatMap(({ relevant }) => relevant ?? []);
  const asked = (n: number, of = came.length) => ({ owed: of, answered: n, keptApart: 0 });
  return {
    ...emptySums(),
    places: {
      booked: learners.filter(({ walkIn }) => !walkIn).length,
      came: came.length,
      absent: learners.length - came.length,
      walkIns,
    },
    stages: {
      T0: asked(came.filter(({ pre, walkIn }) => given(pre) && !walkIn).length, came.length - walkIns),
      T1: asked(answered("arrival")),
      T2: asked(answered("post")),
      T3: asked(answered("later")),
      M: asked(answered("manager")),
      T4: asked(0, 0),
    },
    confidence: pairsOf(pairs),
    items: pairs.length === 0 ? {} : { recognise: pairsOf(pairs.filter((_, index) => index % 7 !== 0)) },
    baseline: jointMomentsOf(
      twice.map(({ pre, arrival }) => arrival - pre),
      twice.map(({ arrival, post }) => post - arrival),
    ),
    followUp: {
      gains: jointMomentsOf(
        triples.map(({ pre, post }) => post - pre),
        triples.map(({ pre, later }) => later - pre),
      ),
      fade: momentsOf(triples.map(({ post, later }) => later - post)),
    },
    laterAnswered: {
      before: momentsOf(triples.map(({ pre }) => pre)),
      change: momentsOf(triples.map(({ pre, post }) => post - pre)),
    },
    laterSilent: {
      before: momentsOf(silent.map(({ pre }) => pre)),
      change: momentsOf(silent.map(({ pre, post }) => post - pre)),
    },
    reactions:
      reactions.length === 0
        ? {}
        : { relevant: [1, 2, 3, 4, 5].map((value) => reactions.filter((one) => one === value).length) },
    commitments: {
      ...emptySums().commitments,
      people: came.filter(({ commitments }) => (commitments ?? []).length > 0).length,
      made: made.length,
      asked: made.length,
      answered: made.filter((one) => one !== null).length,
      done: become("done"),
      partly: become("partly"),
      notYet: become("not yet"),
      noLonger: become("no longer"),
    },
    managers: {
      ...emptySums().managers,
      yes: views("yes"),
      no: views("no"),
      "no opportunity": views("no opportunity"),
    },
  };
}

/** A delivered session: its course, its day and who came, by agency. */
export type Delivered = { course: string; on?: string; agencies: Record<string, Learner[]> };

export type Offer = {
  sessions: Delivered[];
  /** By course: its theme and boards. */
  courses: Record<string, { theme: string; boards: string[] }>;
  period?: Period;
  readOn?: string;
};

export function inputsOf({ sessions, courses, period = year, readOn = "2028-06-01" }: Offer): ReportInputs {
  const names = (all: readonly string[]) => [...new Set(all)].sort();
  const agencies = names(sessions.flatMap((one) => Object.keys(one.agencies)));
  const scale = { lowestLabel: "", highestLabel: "", courseId: null };
  return {
    period,
    readOn,
    method: "1",
    partnership: "Made-up partnership",
    boards: names(Object.values(courses).flatMap(({ boards }) => boards)).map((code) => ({
      code,
      name: `Board ${code}`,
    })),
    themes: names(Object.values(courses).map(({ theme }) => theme)).map((slug) => ({
      slug,
      name: `Theme ${slug}`,
    })),
    agencies: agencies.map((id) => ({ id, name: `Agency ${id}` })),
    courses: Object.entries(courses).map(([id, { theme, boards }]) => ({
      id,
      slug: id,
      title: `Course ${id}`,
      theme,
      boards,
    })),
    items: [
      {
        id: "recognise",
        slug: "recognise",
        wording: "Recognise",
        kind: "confidence",
        lowest: 0,
        highest: 10,
        ...scale,
      },
      {
        id: "relevant",
        slug: "relevant",
        wording: "Relevant",
        kind: "reaction",
        lowest: 1,
        highest: 5,
        ...scale,
      },
    ],
    sessions: sessions.map(({ course, on = "2026-10-06", agencies: own }, index) => ({
      number: index + 1,
      courseId: course,
      endedOn: on,
      workedOutAt: 1000 + index,
      sums: Object.fromEntries(Object.entries(own).map(([id, learners]) => [id, sumsOf(learners)])),
    })),
    measures: [],
    quotes: [],
  };
}

/** `n` people who changed by amounts that differ a little; `more` is said of each. */
export const risers = (n: number, by: number, more: Partial<Learner> = {}, from = 4): Learner[] =>
  Array.from({ length: n }, (_, index) => ({ pre: from, post: from + by + ((index % 3) - 1) / 2, ...more }));
