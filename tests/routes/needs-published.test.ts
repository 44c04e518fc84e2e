// What /needs may show: whatever the people, no count of 1 to 4 is shown or can be worked out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NeedCounts, NeedKind } from "~/domain/needs/needs";
import type { NeedsAnalysis, ShownCounts } from "~/domain/needs/needs.server";
import { publishNeeds } from "~/routes/needs/published";
import { check } from "../vectors/check_disclosure.mjs";

const kinds = ["held", "reported", "gap", "unknown"] as const;
const fewest = 10;

/** How someone stands with each competency; null where their kind of work does not require it. */
type Someone = { agency: string; kinds: (NeedKind | null)[] };

const nothing = (): NeedCounts => ({ required: 0, held: 0, reported: 0, gap: 0, unknown: 0 });

function countsOf(list: readonly (NeedKind | null | undefined)[]): NeedCounts {
  const counts = nothing();
  for (const kind of list) {
    if (!kind) continue;
    counts[kind] += 1;
    counts.required += 1;
  }
  return counts;
}

function peopleOf(list: readonly Someone[]): NeedCounts {
  const counts = nothing();
  for (const { kinds: own } of list) {
    for (const kind of kinds) if (own.includes(kind)) counts[kind] += 1;
    if (own.some((kind) => kind !== null)) counts.required += 1;
  }
  return counts;
}

/** What needsAnalysis gives of these people with `fewest` at 10. */
function analysisOf(everyone: Someone[], width: number): NeedsAnalysis {
  const all = Array.from({ length: width }, (_, i) => ({
    i,
    counts: countsOf(everyone.map(({ kinds: own }) => own[i])),
  }));
  const needed = all.filter(({ counts }) => counts.required > 0);
  const counted = needed.filter(({ counts }) => counts.required >= fewest);
  const people = everyone
    .map(({ agency, kinds: own }) => ({ agency, kinds: counted.map(({ i }) => own[i] ?? null) }))
    .filter(({ kinds: own }) => own.some((kind) => kind !== null));
  return {
    on: "2026-06-15",
    people: { withRequirements: people.length, withoutKindOfWork: 3 },
    competencies: counted.map(({ i, counts }) => ({
      id: `c${i}`,
      name: `Competency ${i}`,
      boards: ["KIDS"],
      counts,
      offer: { courses: [], sessions: 0, places: 0, until: "2026-09-15" },
    })),
    leftOut: needed.filter((one) => !counted.includes(one)).map(({ i }) => `Competency ${i}`),
    agencies: [...new Set(people.map(({ agency }) => agency))].sort().map((name) => {
      const staff = people.filter(({ agency }) => agency === name);
      return {
        id: name,
        name,
        requirements: countsOf(staff.flatMap(({ kinds: own }) => own)),
        people: peopleOf(staff),
        competencies: new Map(),
      };
    }),
  };
}

const crowd = (n: number, agency: string, ...own: (NeedKind | null)[]): Someone[] =>
  Array.from({ length: n }, () => ({ agency, kinds: own }));

const cellsOf = (rows: { counts: ShownCounts }[]) =>
  rows.map(({ counts }) => kinds.map((kind) => counts[kind]));
const publishedTable = (rows: { counts: ShownCounts }[], all: ShownCounts) => ({
  cells: cellsOf(rows),
  rows: rows.map(({ counts }) => counts.required),
  cols: kinds.map((kind) => all[kind]),
  total: all.required,
});

/**
 * Everything wrong with what is published of an analysis, by the independent auditor of the vectors. The tables have
 * no withheld number in common, so what is safe in each is safe in both.
 */
function problemsOf(analysis: NeedsAnalysis): string[] {
  const shown = publishNeeds(analysis);
  const problems: string[] = [];
  if (analysis.competencies.length > 0) {
    const cells = analysis.competencies.map(({ counts }) => kinds.map((kind) => counts[kind]));
    problems.push(...check(cells, publishedTable(shown.competencies, shown.requirements)));
  }
  if (shown.agencies) {
    const { rows, together } = shown.agencies;
    const parts = rows.map((row) => {
      const own = analysis.agencies.filter(({ name }) => name === row.name);
      return own.length > 0 ? own : analysis.agencies.filter(({ name }) => together.includes(name));
    });
    const sum = (i: number, of: (agency: NeedsAnalysis["agencies"][number]) => number) =>
      (parts[i] ?? []).reduce((total, agency) => total + of(agency), 0);
    const cells = rows.map((_, i) => kinds.map((kind) => sum(i, ({ requirements }) => requirements[kind])));
    const published = publishedTable(rows, shown.requirements);
    problems.push(...check(cells, published));
    if ([...published.rows, ...published.cols, published.total].includes(null))
      problems.push("a shared total is withheld");
    rows.forEach((row, i) => {
      if (sum(i, ({ people }) => people.required) < fewest) problems.push(`${row.name}: too few people`);
      for (const kind of kinds) {
        const people = sum(i, (agency) => agency.people[kind]);
        if (row.counts[kind] !== null && people > 0 && people < 5)
          problems.push(`${row.name}: ${kind} of ${people} people`);
      }
    });
  }
  const rows = [...shown.competencies, ...(shown.agencies?.rows ?? [])];
  const numbers = [shown.people, ...rows.flatMap(({ counts }) => Object.values(counts))];
  if (numbers.some((n) => n !== null && n > 0 && n < 5)) problems.push("a small count is shown");
  return problems;
}

describe("publishing", () => {
  it("shows everything when nothing is small", () => {
    const people = [
      ...crowd(20, "police", "held", "gap"),
      ...crowd(10, "health", "gap", "gap"),
      ...crowd(30, "health", "unknown", "held"),
    ];
    const shown = publishNeeds(analysisOf(people, 2));
    expect(shown.people).toBe(60);
    expect(shown.requirements).toEqual({ required: 120, held: 50, reported: 0, gap: 40, unknown: 30 });
    expect(shown.competencies.map(({ counts }) => counts)).toEqual([
      { required: 60, held: 20, reported: 0, gap: 10, unknown: 30 },
      { required: 60, held: 30, reported: 0, gap: 30, unknown: 0 },
    ]);
    expect(shown.agencies).toEqual({
      rows: [
        { name: "health", people: 40, counts: { required: 80, held: 30, reported: 0, gap: 20, unknown: 30 } },
        { name: "police", people: 20, counts: { required: 40, held: 20, reported: 0, gap: 20, unknown: 0 } },
      ],
      together: [],
    });
  });

  it("keeps back a small count with what would give it away, and how many have not said what they do", () => {
    const people = [
      ...crowd(20, "police", "held"),
      ...crowd(3, "police", "gap"),
      ...crowd(20, "health", "gap"),
    ];
    const analysis = analysisOf(people, 1);
    const shown = publishNeeds(analysis);
    expect(shown.withoutKindOfWork).toBeNull();
    const police = shown.agencies?.rows.find(({ name }) => name === "police");
    expect(police?.counts).toMatchObject({ required: 23, held: null, gap: null });
    expect(problemsOf(analysis)).toEqual([]);
  });

  it("keeps back a count of several requirements that few people have between them", () => {
    const people = [
      ...crowd(20, "police", "held", "held", "held"),
      ...crowd(2, "police", "gap", "gap", "gap"),
      ...crowd(20, "health", "gap", "gap", "held"),
    ];
    const analysis = analysisOf(people, 3);
    // Six gaps in the police, but of two people.
    expect(analysis.agencies[1]?.requirements.gap).toBe(6);
    const police = publishNeeds(analysis).agencies?.rows.find(({ name }) => name === "police");
    expect(police?.counts).toMatchObject({ required: 66, gap: null });
    expect(problemsOf(analysis)).toEqual([]);
  });

  it("puts agencies with fewer than ten people together, with another if that is still too few", () => {
    const large = [...crowd(30, "police", "held"), ...crowd(12, "health", "gap")];
    const two = publishNeeds(analysisOf([...large, ...crowd(6, "a", "held"), ...crowd(5, "b", "gap")], 1));
    expect(two.agencies?.rows.map(({ name, people }) => [name, people])).toEqual([
      ["health", 12],
      ["police", 30],
      ["Other agencies", 11],
    ]);
    expect(two.agencies?.together).toEqual(["a", "b"]);
    const one = publishNeeds(analysisOf([...large, ...crowd(6, "a", "held")], 1));
    expect(one.agencies?.rows.map(({ name, people }) => [name, people])).toEqual([
      ["police", 30],
      ["Other agencies", 18],
    ]);
    expect(one.agencies?.together).toEqual(["a", "health"]);
  });

  it("leaves the agencies out where a total of all is withheld", () => {
    const people = [
      ...crowd(30, "police", "held"),
      ...crowd(3, "police", "gap"),
      ...crowd(30, "health", "held"),
    ];
    const analysis = analysisOf(people, 1);
    expect(publishNeeds(analysis).agencies).toBeNull();
    expect(problemsOf(analysis)).toEqual([]);
  });

  it("shows nothing of fewer than ten people", () => {
    const shown = publishNeeds(analysisOf([...crowd(4, "police", "gap"), ...crowd(5, "health", "held")], 1));
    expect(shown).toMatchObject({
      people: null,
      competencies: [],
      agencies: null,
      leftOut: ["Competency 0"],
    });
    expect(publishNeeds(analysisOf([], 0))).toMatchObject({ people: null, competencies: [], leftOut: [] });
  });

  it("whatever the people, no small count is shown or can be worked out", () => {
    const kind = fc.constantFrom(...kinds, "held" as const, "unknown" as const, null);
    const groups = (width: number) =>
      fc.array(
        fc.record({
          n: fc.integer({ min: 1, max: 18 }),
          agency: fc.constantFrom("a", "b", "c", "d"),
          kinds: fc.array(kind, { minLength: width, maxLength: width }),
        }),
        { maxLength: 14 },
      );
    let withAgencies = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((width) => groups(width).map((list) => ({ width, list }))),
        ({ width, list }) => {
          const people = list.flatMap(({ n, agency, kinds: own }) => crowd(n, agency, ...own));
          const analysis = analysisOf(people, width);
          expect(problemsOf(analysis)).toEqual([]);
          if (publishNeeds(analysis).agencies) withAgencies += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(withAgencies).toBeGreaterThan(30);
  });
});
