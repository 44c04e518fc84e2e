// How well a figure is known: A, B or C, from what it rests on.

export type Evidence = "A" | "B" | "C";

/** Who told, and whether the same was asked again weeks later. */
export type Basis = {
  told: "a register" | "scored answers" | "someone else" | "an audit or dataset" | "learners";
  again: boolean;
};

/** A: scored, or seen by somebody else. B: told by learners and asked again weeks later. C: told by learners once. */
export function evidenceOf({ told, again }: Basis): Evidence {
  if (told !== "learners") return "A";
  return again ? "B" : "C";
}

export const evidenceInWords: Record<Evidence, string> = {
  A: "A: scored, or seen by someone else",
  B: "B: what learners said, asked again weeks later",
  C: "C: what learners said, not asked again",
};

/** What each kind of figure rests on. */
export const basisOf = {
  places: { told: "a register", again: false },
  reaction: { told: "learners", again: false },
  returns: { told: "a register", again: false },
  confidence: { told: "learners", again: false },
  item: { told: "learners", again: false },
  scenarios: { told: "scored answers", again: false },
  baseline: { told: "learners", again: false },
  "response-shift": { told: "learners", again: false },
  kept: { told: "learners", again: true },
  "non-response": { told: "learners", again: true },
  commitments: { told: "learners", again: true },
  managers: { told: "someone else", again: false },
  course: { told: "learners", again: false },
  "over-time": { told: "learners", again: false },
  funnel: { told: "learners", again: false },
  measure: { told: "an audit or dataset", again: false },
} as const satisfies Record<string, Basis>;

export type FigureKind = keyof typeof basisOf;
