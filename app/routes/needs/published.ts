// What may be shown of the needs analysis: no count of 1 to 4 people, and nothing that gives one back by subtraction.
//
// Two tables are shown: people by competency, and requirements by agency. Each is safe by itself (publishTable). They
// share nothing but the totals of the four ways to stand, so where all totals are shown in both, what is withheld in one
// cannot be worked out from the other. Where a total is withheld, the agencies are left out.
import { LIMITS, releaseCount } from "~/domain/impact/disclosure/limits";
import { publishTable } from "~/domain/impact/disclosure/tables";
import type { NeedCounts } from "~/domain/needs/needs";
import type { NeedsAnalysis, ShownCounts } from "~/domain/needs/needs.server";

/** Fewest people in a row: of fewer, "all of them" or "none of them" would say something of each. */
export const fewestInRow = LIMITS.figure.partnership;

export type ShownAgency = { name: string; people: number; counts: ShownCounts };
export type ShownNeeds = {
  /** Everyone counted; null where it is not to be shown. */
  people: number | null;
  /** Null where it is 1 to 4. */
  withoutKindOfWork: number | null;
  /** People by how they stand with each competency. */
  competencies: (Omit<NeedsAnalysis["competencies"][number], "counts"> & { counts: ShownCounts })[];
  /** All requirements: a person is counted once for each of theirs. */
  requirements: ShownCounts;
  /** Competencies that too few people need to show anything about them. */
  leftOut: string[];
  /** Requirements by agency; agencies with few people stand in one row, and `together` names them. Null: not shown. */
  agencies: { rows: ShownAgency[]; together: string[] } | null;
};

const kinds = ["held", "reported", "gap", "unknown"] as const;

/** @param analysis made with `fewest` at `fewestInRow` or more */
export function publishNeeds(analysis: NeedsAnalysis): ShownNeeds {
  const everyone = sumOf(analysis.agencies);
  const competencies = publishCounts(
    analysis.competencies.map(({ counts }) => ({ counts, people: counts })),
    everyone.people,
  );
  const merged = mergeSmall(analysis.agencies);
  const agencies = publishCounts(
    merged.rows.map(({ requirements, people }) => ({ counts: requirements, people })),
    everyone.people,
  );
  const everyTotalShown = ![...competencies.totals, ...agencies.totals].includes(null);
  const withoutKindOfWork = releaseCount(analysis.people.withoutKindOfWork);
  return {
    // Where everyone needs a competency, its withheld row total would be this very number.
    people:
      competencies.rows.length === 0 || competencies.rows.some((row) => row.required === null)
        ? null
        : everyone.people.required,
    withoutKindOfWork: typeof withoutKindOfWork === "number" ? withoutKindOfWork : null,
    competencies: analysis.competencies.map((competency, i) => ({
      ...competency,
      counts: competencies.rows[i] ?? nothingShown,
    })),
    requirements: competencies.all,
    leftOut: analysis.leftOut,
    agencies:
      everyTotalShown && merged.rows.length > 1
        ? {
            rows: merged.rows.map(({ name, people }, i) => ({
              name,
              people: people.required,
              counts: agencies.rows[i] ?? nothingShown,
            })),
            together: merged.together,
          }
        : null,
  };
}

const nothingShown: ShownCounts = { required: null, held: null, reported: null, gap: null, unknown: null };

/**
 * A table of counts with those withheld that fewer than five people stand behind, and their cover. One person may be
 * counted several times in a count of requirements, so a large count may be of few people: the limit is raised above
 * any such count.
 * @param everyone the people behind the totals
 */
function publishCounts(rows: readonly { counts: NeedCounts; people: NeedCounts }[], everyone: NeedCounts) {
  if (rows.length === 0) return { rows: [], all: nothingShown, totals: [] };
  const all = sumOfCounts(rows.map(({ counts }) => counts));
  const ofFew = [...rows, { counts: all, people: everyone }].flatMap(({ counts, people }) =>
    kinds.filter((kind) => people[kind] < LIMITS.count).map((kind) => counts[kind]),
  );
  const table = publishTable(
    rows.map(({ counts }) => kinds.map((kind) => counts[kind])),
    Math.max(LIMITS.count, ...ofFew.map((count) => count + 1)),
  );
  return {
    rows: rows.map((_, i) => named(table.rows[i], table.cells[i])),
    all: named(table.total, table.cols),
    totals: [table.total, ...table.cols, ...table.rows],
  };
}

function named(required: number | null | undefined, cells: readonly (number | null)[] = []): ShownCounts {
  const [held = null, reported = null, gap = null, unknown = null] = cells;
  return { required: required ?? null, held, reported, gap, unknown };
}

type Agency = Pick<NeedsAnalysis["agencies"][number], "name" | "requirements" | "people">;

/** Agencies with enough people by name; the others in one row, with the next smallest until it has enough as well. */
function mergeSmall(agencies: readonly Agency[]): { rows: Agency[]; together: string[] } {
  const small: Agency[] = [];
  for (const agency of [...agencies].sort((a, b) => a.people.required - b.people.required)) {
    const sum = sumOf(small).people.required;
    if (agency.people.required >= fewestInRow && (sum === 0 || sum >= fewestInRow)) break;
    small.push(agency);
  }
  const rows = agencies.filter((agency) => !small.includes(agency));
  if (small.length === 0) return { rows, together: [] };
  const together = agencies.filter((agency) => small.includes(agency)).map(({ name }) => name);
  return { rows: [...rows, { name: "Other agencies", ...sumOf(small) }], together };
}

const sumOf = (agencies: readonly Agency[]) => ({
  requirements: sumOfCounts(agencies.map(({ requirements }) => requirements)),
  people: sumOfCounts(agencies.map(({ people }) => people)),
});

function sumOfCounts(list: readonly NeedCounts[]): NeedCounts {
  const sum: NeedCounts = { required: 0, held: 0, reported: 0, gap: 0, unknown: 0 };
  for (const counts of list) {
    for (const kind of [...kinds, "required"] as const) sum[kind] += counts[kind];
  }
  return sum;
}
