// One session's figures for those who deliver it: of five people at least, in fives while a stage is open, and no small
// number to be had from two of them.
import { describe, expect, it } from "vitest";
import type { GivenReaction, GivenResponse, MadeCommitment } from "~/domain/impact/session-answers.server";
import {
  choiceShown,
  inFives,
  learningShown,
  pairsOf,
  practiceShown,
  reactionShown,
  returnShown,
} from "~/domain/impact/session-figures";

const few = { withheld: true, reason: "fewer than 5" };
const givesBack = { withheld: true, reason: "gives a small number back" };

const response = (
  respondentId: string,
  stage: GivenResponse["stage"],
  more: Partial<GivenResponse> = {},
) => ({
  ...{ respondentId, stage, instrumentId: `core-${stage}`, submittedAt: 0 },
  ...{ keptApart: null, confidence: 5, scenarios: 0.5 },
  ...more,
});
const sameItems = new Map(["T0", "T1", "T2"].map((stage) => [`core-${stage}`, "a,b"]));

describe("answers while a stage is open", () => {
  it("count in whole fives, so that no two readings differ by one person's; all of them once it is closed", () => {
    const rows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    expect([4, 5, 9, 10, 11].map((n) => inFives(rows.slice(0, n), false).length)).toEqual([0, 5, 5, 10, 10]);
    expect(inFives(rows, true)).toHaveLength(11);
    // What was counted before is never exchanged for something else.
    expect(inFives(rows, false)).toEqual(rows.slice(0, 10));
  });
});

describe("pairs", () => {
  it("are of the same person, in time, before as told at booking and else on arrival, in the order of the end", () => {
    const pairs = pairsOf(
      [
        response("booking", "T0", { confidence: 2 }),
        response("booking", "T1", { confidence: 3 }),
        response("arrival", "T1", { confidence: 4 }),
        response("late arrival", "T1", { confidence: 4, keptApart: "training had begun" }),
        response("only before", "T0"),
        response("blank before", "T0", { confidence: null }),
        response("blank before", "T1", { confidence: 6 }),
        response("arrival", "T2", { confidence: 7 }),
        response("booking", "T2", { confidence: 8 }),
        response("late arrival", "T2"),
        response("blank before", "T2", { confidence: 9 }),
        response("late end", "T0"),
        response("late end", "T2", { keptApart: "after 48 hours" }),
        response("only after", "T2"),
      ],
      "confidence",
      sameItems,
    );
    expect(pairs).toEqual([
      { pre: 4, post: 7 },
      { pre: 2, post: 8 },
      { pre: 6, post: 9 },
    ]);
  });

  it("are not made of two wordings", () => {
    const both = [response("a", "T0"), response("a", "T2")];
    expect(pairsOf(both, "confidence", sameItems)).toHaveLength(1);
    expect(pairsOf(both, "confidence", new Map([...sameItems, ["core-T2", "a,c"]]))).toEqual([]);
  });
});

describe("a change", () => {
  const up = (n: number) => Array.from({ length: n }, (_, index) => ({ pre: 4, post: 5 + (index % 3) }));

  it("is shown of five people and more, with its t interval and its n", () => {
    const { change, direction, matchedRate } = learningShown(up(4), 10);
    expect([change, direction, matchedRate]).toEqual([few, few, givesBack]);
    const shown = learningShown(up(6), 12);
    expect(shown).toMatchObject({ change: { change: 2, pairs: 6, before: 4, after: 6 }, matchedRate: 0.5 });
    // Changes 1, 2, 3, 1, 2, 3: s = 0.894, t(.975, 5) = 2.571.
    expect(shown.change).toMatchObject({ low: expect.closeTo(1.061, 3), high: expect.closeTo(2.939, 3) });
    expect(shown.direction).toMatchObject({ n: 6 });
  });

  it("tells few who fell only together with those who stayed the same", () => {
    const pairs = [
      ...up(9),
      { pre: 5, post: 5 },
      { pre: 5, post: 5 },
      { pre: 5, post: 5 },
      { pre: 5, post: 3 },
      { pre: 5, post: 3 },
    ];
    expect(learningShown(pairs, 14).direction).toMatchObject({
      bands: [
        { labels: ["improved"], count: 9 },
        { labels: ["same", "declined"], count: 5 },
      ],
    });
  });

  it("of scenarios is in percentage points", () => {
    const pairs = Array.from({ length: 5 }, (_, index) => ({ pre: 0, post: index < 3 ? 1 : 0 }));
    expect(learningShown(pairs, 10, 100).change).toMatchObject({ change: 60, before: 0, after: 60 });
  });
});

const reaction = (value: number): GivenReaction => ({
  ...{ itemId: "relevant", wording: "Relevant", kind: "reaction", value },
  ...{ lowest: 1, highest: 5, lowestLabel: "no", highestLabel: "yes" },
});
const reactions = (...values: number[]) => values.map(reaction) as [GivenReaction, ...GivenReaction[]];

describe("a reaction", () => {
  it("is low, middle or high, and small bands are counted with their neighbours", () => {
    const shown = reactionShown(reactions(5, 5, 4, 4, 5, 4, 3, 3, 1, 2), true);
    expect(shown).toMatchObject({ answers: 10, mean: 3.6 });
    // 2 low and 2 middle are four: too few even together.
    expect(shown.bands).toEqual(givesBack);
    expect(reactionShown(reactions(5, 5, 4, 4, 5, 3, 3, 3, 1, 2), true).bands).toMatchObject({
      bands: [
        { labels: ["low", "middle"], count: 5 },
        { labels: ["high"], count: 5 },
      ],
    });
  });

  it("is withheld below five, and moves in fives while the end is open", () => {
    expect(reactionShown(reactions(5, 5, 5, 5), true)).toMatchObject({ mean: few, answers: few, bands: few });
    const five = reactionShown(reactions(4, 4, 4, 5, 5), false);
    expect(reactionShown(reactions(4, 4, 4, 5, 5, 1), false)).toEqual(five);
    expect(reactionShown(reactions(4, 4, 4, 5, 5, 1), true)).toMatchObject({ answers: 6 });
  });
});

describe("a choice", () => {
  const options = [1, 2, 3].map((position) => ({ position, text: `Option ${position}` }));
  it("hides few, and whatever would give them back", () => {
    const shown = choiceShown(reactions(1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3), options, true);
    const chosen = shown.options.map((option) => option.chosen);
    expect(chosen[1]).toBeNull();
    expect(chosen.filter((count) => count === null).length + Number(shown.answers !== 13)).toBeGreaterThan(1);
  });
});

describe("how many answered", () => {
  it("keeps few back, and few who did not", () => {
    expect(returnShown(3, 20)).toEqual({ owed: 20, answered: few, rate: givesBack });
    expect(returnShown(18, 20)).toEqual({ owed: 20, answered: givesBack, rate: givesBack });
    expect(returnShown(12, 20)).toEqual({ owed: 20, answered: 12, rate: 0.6 });
    expect(returnShown(0, 20)).toEqual({ owed: 20, answered: 0, rate: 0 });
    expect(returnShown(20, 20)).toEqual({ owed: 20, answered: 20, rate: 1 });
    expect(returnShown(2, 3)).toMatchObject({ owed: few });
  });
});

describe("commitments", () => {
  const made = (respondentId: string, more: Partial<MadeCommitment> = {}): MadeCommitment => ({
    ...{ respondentId, sure: null, outcome: null, outcomeAt: null, seen: null, seenAt: null },
    ...more,
  });
  const closed = { end: true, later: true, managers: true };

  it("are shown when five people made them: five of two people are not", () => {
    const ofTwo = ["a", "a", "a", "b", "b"].map((id) => made(id, { outcome: "done", outcomeAt: 1 }));
    expect(practiceShown(ofTwo, closed)).toMatchObject({ people: few, made: few, outcomes: few });
    const ofFive = ["a", "a", "b", "c", "d", "e"].map((id) => made(id, { sure: 8 }));
    expect(practiceShown(ofFive, closed)).toMatchObject({ people: 5, made: 6, sure: 8, outcomes: few });
  });

  it("come in fives by when somebody told of them, not by when they were made", () => {
    const told = (at: readonly number[]) =>
      ["a", "b", "c", "d", "e", "f"].map((id, index) =>
        made(id, { outcome: index === 0 ? "done" : "not yet", outcomeAt: at[index] ?? null }),
      );
    const outcomes = (at: readonly number[]) => practiceShown(told(at), { ...closed, later: false }).outcomes;
    // The first to promise is the last to tell: they wait for the next five.
    expect(outcomes([9, 1, 2, 3, 4, 5])).toMatchObject({
      n: 5,
      bands: [
        { labels: ["done"], count: 0 },
        { labels: ["partly"], count: 0 },
        { labels: ["not yet"], count: 5 },
        { labels: ["no longer relevant"], count: 0 },
      ],
    });
  });
});
