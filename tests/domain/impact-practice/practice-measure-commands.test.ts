// Practice measures written by hand: what they are, the training that is to move them, and their figures month by month.
import { expect, test } from "vitest";
import {
  addPracticeMeasure,
  changePracticeMeasure,
  listPracticeMeasures,
  writeMeasurePoint,
} from "~/domain/impact/impact.server";
import { NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { harmlessAgain, onlyForCoordinators } from "../sessions-commands/sessions-world";
import { watch } from "../support-check/ledger";

const details = {
  name: "Timely plans",
  unit: "% of audits graded good",
  source: "audit" as const,
  question: "Are plans made on time?",
  better: "higher" as const,
  themeSlugs: ["neglect"],
  courseIds: ["course"],
};
const month = { number: "6", period: "2026-10", target: 60, outcome: null, cases: null, because: null };

test("a measure is added with the training that is to move it, changed, and the trail says which fields", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  onlyForCoordinators(world, (other) => addPracticeMeasure(other, { number: "6", ...details }));
  const since = watch(world);
  expect(addPracticeMeasure(ctx, { number: "6", ...details }).ok).toBe(true);
  expect(addPracticeMeasure(ctx, { number: "6", ...details })).toEqual({ ok: false, reason: "number taken" });
  const changed = { number: "6", ...details, question: null, courseIds: [] };
  onlyForCoordinators(world, (other) => changePracticeMeasure(other, changed));
  changePracticeMeasure(ctx, changed);
  harmlessAgain(world, () => changePracticeMeasure(ctx, changed));
  expect(since().audit.map(({ action, subjectId, detail }) => [action, subjectId, detail])).toEqual([
    ["impact.practice measure added", "6", { themes: 1, courses: 1 }],
    ["impact.practice measure changed", "6", { fields: ["question", "training"], themes: 1, courses: 0 }],
  ]);
  expect(since().messages).toEqual([]);
  expect(listPracticeMeasures(world)).toMatchObject([
    { number: "6", name: "Timely plans", question: null, better: "higher", themes: ["neglect"], courses: [] },
  ]);
});

test("a theme or course that is not there adds nothing", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  const add = (wrong: Partial<typeof details>) => () =>
    addPracticeMeasure(ctx, { number: "6", ...details, ...wrong });
  expect(add({ themeSlugs: ["none"] })).toThrow(NotFound);
  expect(add({ courseIds: ["course", "none"] })).toThrow(NotFound);
  expect(listPracticeMeasures(world)).toEqual([]);
  expect(() => changePracticeMeasure(ctx, { number: "6", ...details })).toThrow(NotFound);
});

test("a blank becomes known without more ado; a recorded figure changes only with a reason, and both are kept", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  addPracticeMeasure(ctx, { number: "6", ...details });
  onlyForCoordinators(world, (other) => writeMeasurePoint(other, month));
  const since = watch(world);
  expect(writeMeasurePoint(ctx, month).ok).toBe(true);
  harmlessAgain(world, () => writeMeasurePoint(ctx, month));
  expect(writeMeasurePoint(ctx, { ...month, outcome: 55, cases: 20 }).ok).toBe(true);
  const right = { ...month, outcome: 58, cases: 20 };
  expect(writeMeasurePoint(ctx, right)).toEqual({ ok: false, reason: "says otherwise" });
  // To blank a figure is to change it too.
  expect(writeMeasurePoint(ctx, month)).toEqual({ ok: false, reason: "says otherwise" });
  expect(writeMeasurePoint(ctx, { ...right, because: "mistyped" }).ok).toBe(true);
  expect(since().audit.map(({ detail }) => detail)).toEqual([
    {
      period: "2026-10",
      before: null,
      after: { target: 60, outcome: null, cases: null },
      because: null,
    },
    {
      period: "2026-10",
      before: { target: 60, outcome: null, cases: null },
      after: { target: 60, outcome: 55, cases: 20 },
      because: null,
    },
    {
      period: "2026-10",
      before: { target: 60, outcome: 55, cases: 20 },
      after: { target: 60, outcome: 58, cases: 20 },
      because: "mistyped",
    },
  ]);
  expect(listPracticeMeasures(world)[0]?.points).toEqual([
    { period: "2026-10", target: 60, outcome: 58, cases: 20 },
  ]);
});

test("figures off the scale, none at all, and months or measures that are not there are refused and change nothing", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  addPracticeMeasure(ctx, { number: "6", ...details });
  addPracticeMeasure(ctx, { number: "7", ...details, unit: "referrals" });
  expect(writeMeasurePoint(ctx, { ...month, target: null })).toEqual({ ok: false, reason: "nothing given" });
  for (const outcome of [-1, 100.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(writeMeasurePoint(ctx, { ...month, outcome })).toEqual({ ok: false, reason: "off the scale" });
  expect(writeMeasurePoint(ctx, { ...month, cases: -1 })).toEqual({ ok: false, reason: "off the scale" });
  expect(() => writeMeasurePoint(ctx, { ...month, period: "2026-13" })).toThrow(NotFound);
  expect(() => writeMeasurePoint(ctx, { ...month, number: "none" })).toThrow(NotFound);
  expect(listPracticeMeasures(world).map((measure) => measure.points)).toEqual([[], []]);
  // 0 and 100 are on the scale of a percentage; a count may be more than 100.
  expect(writeMeasurePoint(ctx, { ...month, target: 100, outcome: 0 }).ok).toBe(true);
  expect(writeMeasurePoint(ctx, { ...month, number: "7", outcome: 250 }).ok).toBe(true);
});
