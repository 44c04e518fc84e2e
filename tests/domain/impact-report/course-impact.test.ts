// What one course changed: from ten pairs on as the engine works it out, below that nothing that could give it away.
import { describe, expect, test } from "vitest";
import { roles } from "~/domain/context";
import { releaseChange } from "~/domain/impact/change";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import { readCourseImpact } from "~/domain/impact/impact.server";
import { pairedResult } from "~/domain/impact/measures/paired";
import { poolSessions } from "~/domain/impact/measures/pooling";
import { courseSentence } from "~/domain/impact/wording";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import {
  addCourse,
  addQuestion,
  askRelevance,
  deliver,
  type Learner,
  numbersIn,
  reader,
  rewordQuestions,
  risers,
  year,
} from "./delivered";

const scale = { min: 0, max: 10 };
const pairsOf = (learners: Learner[]) =>
  learners.map(({ pre, post }) => ({ pre: Number(pre), post: Number(post) }));

function impactOf(learners: Learner[], more: Learner[][] = []) {
  const world = makeWorld();
  deliver(world, learners);
  for (const [index, one] of more.entries()) deliver(world, one, { date: `2026-10-1${index}` });
  return readCourseImpact(reader(world), "course", year);
}

describe("below ten people with both answers nothing is shown", () => {
  test("nine: no figure of theirs is anywhere in the answer, not even how many they were", () => {
    const impact = impactOf([...risers(9, 2), ...Array.from({ length: 11 }, () => ({}))]);
    expect(impact).toMatchObject({
      attended: 20,
      matchedRate: { withheld: true },
      change: { withheld: true, reason: "fewer than 10" },
      direction: { withheld: true },
      items: [{ change: { withheld: true } }, { change: { withheld: true } }],
      startedNearTop: null,
    });
    expect(numbersIn(impact)).toEqual([20]);
    expect(courseSentence(impact)).toMatch(/at least 10 are needed/);
  });

  test.each([0, 1, 4, 5])("%i of as many who came", (n) => {
    const impact = impactOf(risers(n, 2));
    expect(isWithheld(impact.change)).toBe(true);
    expect(numbersIn(impact)).toEqual(n === 0 || n >= 5 ? [n] : []);
    if (n > 0 && n < 5) expect(impact.attended).toMatchObject({ withheld: true });
  });

  test("nine pairs among ten with one answer each way are still nine", () => {
    const impact = impactOf([...risers(9, 2), { pre: 3 }, { post: 9 }, { pre: null, post: 9 }]);
    expect(isWithheld(impact.change)).toBe(true);
  });
});

test("ten people in one session: what is shown is what the engine says of their pairs", () => {
  const learners = risers(10, 2);
  const impact = impactOf([...learners, {}, {}]);
  const engine = pairedResult(
    [...pairsOf(learners), { pre: null, post: null }, { pre: null, post: null }],
    scale,
  );
  expect(impact.change).toEqual({
    before: engine.pre.mean,
    after: engine.post.mean,
    change: engine.change.mean,
    low: engine.change.ci95?.[0],
    high: engine.change.ci95?.[1],
    pairs: 10,
    sessions: 1,
    method: "pairs",
  });
  expect(impact.attended).toBe(12);
  expect(impact.matchedRate).toBeCloseTo(10 / 12);
  expect(courseSentence(impact)).toMatch(
    /^Of 10 people with both answers \(83% of 12 who came\), average confidence rose by/,
  );
});

test("two sessions stand together as pairs; from three on they are pooled as the engine pools them", () => {
  const sessions = [risers(6, 1), risers(6, 3), risers(6, 2)];
  const [first = [], second = [], third = []] = sessions;
  expect(impactOf(first, [second]).change).toMatchObject({ method: "pairs", pairs: 12, sessions: 2 });
  const { pooled } = poolSessions(sessions.map(pairsOf));
  const { change } = impactOf(first, [second, third]);
  expect(change).toMatchObject({ method: "pooled sessions", pairs: 18, sessions: 3 });
  if (isWithheld(change)) throw new Error("Eighteen pairs are enough.");
  expect(change.change).toBeCloseTo(pooled.estimate ?? Number.NaN, 12);
  expect([change.low, change.high]).toEqual([
    expect.closeTo(pooled.ci95?.[0] ?? Number.NaN, 12),
    expect.closeTo(pooled.ci95?.[1] ?? Number.NaN, 12),
  ]);
});

describe("what is said is what was found", () => {
  test("a fall is said as a fall", () => {
    const impact = impactOf(risers(12, -2, 6));
    expect(impact.change).toMatchObject({ change: -2 });
    expect(courseSentence(impact)).toMatch(/average confidence fell by 2\.0 points/);
  });

  test("an interval that reaches across zero may be a rise or a fall", () => {
    const learners = Array.from({ length: 12 }, (_, index) => ({ pre: 5, post: index % 2 === 0 ? 8 : 3 }));
    const impact = impactOf(learners);
    expect(impact.change).toMatchObject({ change: 0.5 });
    expect(courseSentence(impact)).toMatch(/which could be a rise or a fall/);
    expect(courseSentence(impact)).not.toMatch(/rose|fell|no effect/);
  });

  test("everyone changed by the same amount: no interval, and it is said why", () => {
    const impact = impactOf(Array.from({ length: 12 }, () => ({ pre: 4, post: 6 })));
    expect(impact.change).toMatchObject({ change: 2, low: null, high: null });
    expect(courseSentence(impact)).toMatch(/everyone changed by the same amount/);
  });

  test("more than 15% at the top of the scale before is said as little room to rise", () => {
    const top = (n: number) => [
      ...Array.from({ length: n }, () => ({ pre: 10, post: 10 })),
      ...risers(20 - n, 1),
    ];
    expect(impactOf(top(3)).startedNearTop).toBe(false);
    expect(impactOf(top(4)).startedNearTop).toBe(true);
  });

  test("how many went up, stayed or went down adds up to the pairs, with small groups merged", () => {
    const up = Array.from({ length: 12 }, () => ({ pre: 4, post: 6 }));
    const { direction } = impactOf([
      ...up,
      { pre: 5, post: 5 },
      ...Array.from({ length: 5 }, () => ({ pre: 5, post: 4 })),
    ]);
    if (isWithheld(direction)) throw new Error("Eighteen pairs are enough.");
    expect(direction.n).toBe(18);
    expect(direction.bands.map((band) => [band.labels, band.count])).toEqual([
      [["improved"], 12],
      [["same", "declined"], 6],
    ]);
  });
});

describe("blank is not 0", () => {
  test("someone who left everything blank before or after is in no pair", () => {
    const change = (extra: Learner[]) => impactOf([...risers(12, 2), ...extra]).change;
    const without = change([]);
    expect(
      change([
        { pre: null, post: 9 },
        { pre: 9, post: null },
        { pre: null, post: null },
      ]),
    ).toEqual(without);
    expect(change([{ pre: 0, post: 9 }])).not.toEqual(without);
  });

  test("half of the questions answered make a score, from the answered ones alone", () => {
    const learners: Learner[] = [...risers(11, 2), { pre: [2, null], post: [null, 7] }];
    const { change } = impactOf(learners);
    if (isWithheld(change)) throw new Error("Twelve pairs are enough.");
    expect(change.pairs).toBe(12);
    expect(change.before).toBeCloseTo((11 * 4 + 2) / 12, 12);
  });

  test("fewer than half of the questions answered is no score at all", () => {
    const world = makeWorld();
    for (const slug of ["share", "challenge"]) addQuestion(world, slug);
    deliver(world, [...risers(11, 2), { pre: [1, null], post: [9, 9] }]);
    expect(readCourseImpact(reader(world), "course", year).change).toMatchObject({ pairs: 11, before: 4 });
  });

  test("a single question counts only those who answered it both times", () => {
    const { items } = impactOf([...risers(10, 2), { pre: [5, null], post: [5, 5] }]);
    expect(items.map(({ change }) => (isWithheld(change) ? 0 : change.pairs))).toEqual([11, 10]);
  });
});

test("only those who came count, in full or in part, within the reporting year by London's days", () => {
  const world = makeWorld();
  const came: Learner[] = [...risers(9, 2), { pre: 4, post: 6, state: "partly attended" }];
  // Whoever has to be agreed to first answers before that, and may never come.
  const others = [
    "did not attend",
    "confirmed",
    "cancelled",
    "requested",
    "awaiting approval",
    "declined",
    "expired",
    "moved",
  ] as const;
  deliver(world, [...came, ...others.map((state) => ({ pre: 0, post: 0, state }))], { date: "2026-04-01" });
  const impact = (label: string) => {
    const first = Number(label.slice(0, 4));
    return readCourseImpact(reader(world), "course", {
      label,
      from: `${first}-04-01`,
      until: `${first + 1}-04-01`,
    });
  };
  expect(impact("2026-27")).toMatchObject({ attended: 10, change: { pairs: 10 } });
  expect(impact("2025-26")).toMatchObject({ attended: 0, change: { withheld: true } });
  deliver(world, risers(10, 2), { date: "2027-03-31" });
  expect(impact("2026-27")).toMatchObject({ attended: 20 });
  expect(impact("2027-28")).toMatchObject({ attended: 0 });
});

test("another course's people are not this course's", () => {
  const world = makeWorld();
  addCourse(world, "other");
  deliver(world, risers(12, 2));
  deliver(world, risers(12, -2, 8), { courseId: "other" });
  expect(readCourseImpact(reader(world), "course", year).change).toMatchObject({ pairs: 12, change: 2 });
  expect(readCourseImpact(reader(world), "other", year).change).toMatchObject({ pairs: 12, change: -2 });
});

test("reactions are shown from ten answers on, and their number from five", () => {
  const reactionsTo = (answers: number[]) => {
    const world = makeWorld();
    askRelevance(world);
    deliver(
      world,
      answers.map((relevant) => ({ post: 5, relevant })),
    );
    return readCourseImpact(reader(world), "course", year).reactions;
  };
  expect(reactionsTo(Array(10).fill(4))).toMatchObject([{ mean: 4, answers: 10, highest: 5 }]);
  expect(reactionsTo(Array(9).fill(4))).toMatchObject([{ mean: { withheld: true }, answers: 9 }]);
  expect(reactionsTo(Array(4).fill(4))).toMatchObject([
    { mean: { withheld: true }, answers: { withheld: true } },
  ]);
  expect(reactionsTo([])).toEqual([]);
});

describe("a changed wording is another question", () => {
  test("answers before to the old one and after to the new one are no pair", () => {
    const world = makeWorld();
    deliver(world, risers(12, 2));
    const before = readCourseImpact(reader(world), "course", year).change;
    deliver(
      world,
      Array.from({ length: 12 }, () => ({ pre: 1, post: 9 })),
      {
        asked: { T0: "", T2: rewordQuestions(world, 2) },
        date: "2026-10-20",
      },
    );
    expect(readCourseImpact(reader(world), "course", year).change).toEqual(before);
  });

  test("a question that stayed is paired, from the people who were asked it both times", () => {
    const world = makeWorld();
    const newer = rewordQuestions(world, 2, ["act"]);
    deliver(
      world,
      Array.from({ length: 12 }, () => ({ pre: [2, 9] as const, post: [4, 1] as const })),
      {
        asked: { T0: "", T2: newer },
      },
    );
    expect(readCourseImpact(reader(world), "course", year).change).toMatchObject({
      before: 2,
      after: 4,
      pairs: 12,
    });
  });

  test("however often the wording has changed, half of the questions that someone was asked make a score", () => {
    const world = makeWorld();
    deliver(world, risers(12, 2));
    for (const version of [2, 3, 4]) {
      const newer = rewordQuestions(world, version);
      deliver(world, [...risers(11, 2), { pre: [4, null], post: [6, null] }], {
        asked: { T0: newer, T2: newer },
        date: `2026-11-0${version}`,
      });
    }
    expect(readCourseImpact(reader(world), "course", year).change).toMatchObject({ pairs: 48 });
  });
});

test("only coordinators, members of the group and the scrutineer may read it", () => {
  const world = makeWorld();
  const may = ["coordinator", "sdg_member", "scrutineer"];
  for (const role of roles) {
    const read = () => readCourseImpact(reader(world, role), "course", year);
    if (may.includes(role)) expect(read).not.toThrow();
    else expect(read).toThrow(Forbidden);
  }
  for (const ctx of [world.stranger, world.as(world.person()), world.asSystem]) {
    expect(() => readCourseImpact(ctx, "course", year)).toThrow(Forbidden);
  }
});

test("the owning team's limit is five, the partnership's ten", () => {
  const people = risers(9, 2).map(({ pre, post }) => ({
    pre: Number(pre),
    post: Number(post),
    sessionId: "s",
  }));
  expect(isWithheld(releaseChange(people, "owner"))).toBe(false);
  expect(isWithheld(releaseChange(people, "partnership"))).toBe(true);
  expect(isWithheld(releaseChange(people.slice(0, 4), "owner"))).toBe(true);
});
