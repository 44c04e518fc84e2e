// What a group of people's answers come to, as sums that can be added up: a session's, a course's, a year's.
// Every interval in the report can be worked out from these, so nobody's own answers are needed to make one.

/** Count, mean and sum of squared deviations from it; added up without loss by Chan's formula. */
export type Moments = { n: number; mean: number; m2: number };

/** Two numbers known of each person, with the sum of products of their deviations. */
export type JointMoments = { x: Moments; y: Moments; c: number };

/** Matched pairs on one scale: x is before, y after. */
export type PairSums = {
  pairs: JointMoments;
  /** The changes by the session they were made in: people in one room are alike. One entry until sessions are added. */
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
