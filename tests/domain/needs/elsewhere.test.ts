// Learning elsewhere that was accepted, among what someone's role needs and in the partnership's analysis.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { needsAnalysis, needsInBrief, needsOf } from "~/domain/needs/needs.server";
import { needStatus } from "~/domain/needs/rules";
import { addMonths } from "~/shared/civil-time";
import { NotFound } from "~/shared/problems";
import { needsWorld, noonOn, today } from "./needs-world";

const held = (trainedOn: string, until: string | null) => ({ kind: "held", trainedOn, until });
const known = (trainedOn: string | null, ...elsewhere: { on: string; until: string | null }[]) => ({
  trainedOn,
  elsewhere,
  said: null,
});

describe("of several records the one that counts longest counts", () => {
  it.each([
    [
      "alone, renewed in its own time",
      36,
      known(null, { on: "2025-01-10", until: null }),
      held("2025-01-10", "2028-01-10"),
    ],
    [
      "it ends when the coordinator said",
      36,
      known(null, { on: "2025-01-10", until: "2026-12-31" }),
      held("2025-01-10", "2026-12-31"),
    ],
    [
      "it ends at the renewal all the same",
      12,
      known(null, { on: "2026-01-10", until: "2030-12-31" }),
      held("2026-01-10", "2027-01-10"),
    ],
    [
      "once is enough, for good",
      null,
      known(null, { on: "2001-01-10", until: null }),
      held("2001-01-10", null),
    ],
    [
      "once is enough, for a time",
      null,
      known(null, { on: "2001-01-10", until: "2026-12-31" }),
      held("2001-01-10", "2026-12-31"),
    ],
    [
      "newer elsewhere than here",
      36,
      known("2024-01-10", { on: "2025-01-10", until: null }),
      held("2025-01-10", "2028-01-10"),
    ],
    [
      "newer elsewhere, but for less long",
      36,
      known("2024-01-10", { on: "2025-01-10", until: "2026-12-31" }),
      held("2024-01-10", "2027-01-10"),
    ],
    [
      "older elsewhere",
      36,
      known("2025-01-10", { on: "2024-01-10", until: null }),
      held("2025-01-10", "2028-01-10"),
    ],
    [
      "here for good, elsewhere for a time",
      null,
      known("2010-01-10", { on: "2025-01-10", until: "2026-12-31" }),
      held("2010-01-10", null),
    ],
  ] as const)("%s", (_, renewMonths, facts, status) => {
    expect(needStatus(renewMonths, facts, today)).toEqual(status);
  });

  it("run out: a gap from the last of them", () => {
    const facts = known("2020-01-10", { on: "2022-01-10", until: "2024-01-01" });
    expect(needStatus(36, facts, today)).toEqual({ kind: "gap", because: "ran out", until: "2024-01-01" });
  });
});

test("more learning never makes anyone stand worse, and none is as it was without", () => {
  const day = fc.integer({ min: 0, max: 120 }).map((months) => addMonths("2018-01-31", months));
  const record = fc.record({ on: day, until: fc.option(day) });
  const renewal = fc.constantFrom(null, 6, 12, 36);
  const worth = { held: 1, reported: 0, unknown: 0, gap: 0 } as const;
  fc.assert(
    fc.property(
      renewal,
      fc.option(day),
      fc.array(record),
      record,
      (renewMonths, trainedOn, elsewhere, more) => {
        const without = needStatus(renewMonths, { trainedOn, elsewhere, said: null }, today);
        const with_ = needStatus(
          renewMonths,
          { trainedOn, elsewhere: [more, ...elsewhere], said: null },
          today,
        );
        expect(worth[with_.kind]).toBeGreaterThanOrEqual(worth[without.kind]);
        expect(needStatus(renewMonths, { trainedOn, elsewhere: [], said: null }, today)).toEqual(
          needStatus(renewMonths, { trainedOn, said: null }, today),
        );
      },
    ),
    { numRuns: 500 },
  );
});

type Learning = { completedOn?: string; state?: "submitted" | "accepted" | "refused"; validUntil?: string };

/** Ann and Bob need neglect every three years, abuse every two, and induction once; Ann did something elsewhere. */
function elsewhereWorld(...learning: Learning[]) {
  const world = needsWorld();
  const { db, tables, ids } = world;
  world.person("ann");
  world.person("bob");
  for (const { completedOn = "2026-01-10", state = "accepted", validUntil } of learning) {
    const id = ids.id();
    const words = { title: "T", provider: "P", evidence: "E", minutes: 60, submittedAt: 0 };
    const reviewed = state === "submitted" ? {} : { reviewedAt: 0 };
    db.insert(tables.externalLearning)
      .values({ id, personId: "ann", ...words, ...reviewed, completedOn, state, validUntil })
      .run();
    for (const competencyId of ["neglect", "unused"])
      db.insert(tables.externalLearningCompetencies).values({ externalLearningId: id, competencyId }).run();
  }
  const own = (id = "ann") =>
    Object.fromEntries(needsOf(world.as(id), id).needs.map((need) => [need.competencyId, need.status.kind]));
  const inAll = (on = today) =>
    needsAnalysis(world.as("ann", "coordinator"), noonOn(on)).competencies.find(({ id }) => id === "neglect")
      ?.counts;
  return { ...world, own, inAll };
}

test("accepted: held by who did it, for what it taught, on the page and in the analysis", () => {
  const { own, inAll } = elsewhereWorld({});
  expect(own()).toEqual({ neglect: "held", abuse: "unknown", induction: "unknown" });
  expect(own("bob")).toEqual({ neglect: "unknown", abuse: "unknown", induction: "unknown" });
  expect(inAll()).toEqual({ required: 2, held: 1, reported: 0, gap: 0, unknown: 1 });
});

test.each([
  ["sent and not looked at", { state: "submitted" as const }],
  ["sent back", { state: "refused" as const }],
])("%s: it counts nowhere", (_, learning) => {
  const { own, inAll } = elsewhereWorld(learning);
  expect(own().neglect).toBe("unknown");
  expect(inAll()?.held).toBe(0);
});

test("it counts from its day to its last day, both included, in the analysis of any day", () => {
  const { inAll } = elsewhereWorld({ completedOn: "2026-01-10", validUntil: "2026-03-31" });
  const on = (day: string) => [inAll(day)?.held, inAll(day)?.gap];
  expect(on("2026-01-09")).toEqual([0, 0]);
  expect(on("2026-01-10")).toEqual([1, 0]);
  expect(on("2026-03-31")).toEqual([1, 0]);
  expect(on("2026-04-01")).toEqual([0, 1]);
});

test("in brief it is the same, and as private", () => {
  const world = elsewhereWorld({});
  const brief = needsInBrief(world.as("ann"), "ann");
  const whole = needsOf(world.as("ann"), "ann");
  expect(brief).toEqual({
    kindOfWork: whole.kindOfWork,
    needs: whole.needs.map(({ competencyId, name, status, dueSoon }) => ({
      competencyId,
      name,
      status,
      dueSoon,
    })),
  });
  expect(() => needsInBrief(world.as("bob"), "ann")).toThrow(NotFound);
  expect(() => needsInBrief(world.as("bob", "coordinator"), "ann")).toThrow(NotFound);
});
