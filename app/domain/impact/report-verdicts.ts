// What may be shown of whom, decided over all parts and periods of a year at once, so that every page agrees.
import { agencySteps, byAgencyAndQuarter, type Steps, stepsSuit } from "./agency-quarters";
import { decide, type Variable } from "./disclosure/populations";
import type { Verdict } from "./disclosure/shown";
import type { Sums } from "./figures/sums";
import type { ReportInputs } from "./report";
import { type Family, familiesOf } from "./report-families";
import { layerOfAgencies, populationKey, populationsOf, type ReportPopulations } from "./report-populations";
import { reportingYearOf } from "./reporting-years";

export type ReportVerdicts = {
  populations: ReportPopulations;
  /** Of a figure (report-families.ts) for a population (report-populations.ts). */
  verdict: (family: string, population: string) => Verdict;
  /** The fewest people that such a figure needs. */
  fewest: (family: string) => number;
  /** How many such a figure rests on. */
  people: (family: string, sums: Sums) => number;
  /** The quarters that an agency's figure covers. */
  quartersOfAgency: (family: string, agency: number) => readonly number[];
};

type Decided = { verdicts: Map<string, Verdict>; steps: readonly Steps[] };

/** What the verdicts of a year rest on besides its sessions: all but the period. */
type Ground = Pick<ReportInputs, "readOn" | "heldBack" | "boards" | "themes" | "courses" | "items">;

const known = new WeakMap<
  ReportInputs["sessions"],
  { ground: Ground; year: string; verdicts: ReportVerdicts }[]
>();

/** Pure: kept for as long as the sessions are, because every page of a year asks for the same. */
export function verdictsOf(inputs: ReportInputs): ReportVerdicts {
  const year = reportingYearOf(inputs.period.from).label;
  const kept = known.get(inputs.sessions) ?? [];
  known.set(inputs.sessions, kept);
  const found = kept.find(
    (one) =>
      one.year === year &&
      one.ground.readOn === inputs.readOn &&
      one.ground.heldBack === inputs.heldBack &&
      one.ground.boards === inputs.boards &&
      one.ground.themes === inputs.themes &&
      one.ground.courses === inputs.courses &&
      one.ground.items === inputs.items,
  );
  if (found) return found.verdicts;
  const verdicts = work(inputs);
  kept.unshift({ ground: inputs, year, verdicts });
  kept.length = Math.min(kept.length, 4);
  return verdicts;
}

function work(inputs: ReportInputs): ReportVerdicts {
  const populations = populationsOf(inputs);
  const families = familiesOf(inputs.items);
  const held = new Set(inputs.heldBack ?? []);
  const decided = new Map<string, Decided>();
  const familyOf = (key: string): Family => {
    const family = families.get(key);
    if (!family) throw new Error(`No such figure: ${key}`);
    return family;
  };
  // What everybody is asked is counted in one go: it takes one look at each cell.
  const general = [...families.values()].filter(({ courseId }) => courseId === null);
  let counted: Map<Family, Float64Array[]> | null = null;
  const countsOf = (family: Family): Float64Array[] => {
    if (family.courseId !== null) return populations.countsOf(countersOf(family), family.courseId);
    counted ??= countsOfAll(populations, general);
    const counts = counted.get(family) ?? [];
    counted.delete(family);
    return counts;
  };
  const decisionOf = (key: string): Decided => {
    const found = decided.get(key);
    if (found) return found;
    const family = familyOf(key);
    const decision = decideFamily(
      inputs,
      populations,
      family,
      countsOf(family),
      family.within.map(decisionOf),
      (population) => held.size === 0 || !held.has(`${family.heldAs} ${population}`),
    );
    decided.set(key, decision);
    return decision;
  };
  return {
    populations,
    verdict: (family, population) => decisionOf(family).verdicts.get(population) ?? "too few",
    fewest: (family) => familyOf(family).counts[0]?.fewest ?? 0,
    people: (family, sums) => familyOf(family).counts[0]?.of(sums) ?? 0,
    quartersOfAgency: (family, agency) => decisionOf(family).steps[agency]?.flat() ?? [],
  };
}

const countersOf = (family: Family) => family.counts.map(({ of }) => of);

/** By family; each function is asked once, whatever families it is in. */
function countsOfAll(
  populations: ReportPopulations,
  families: readonly Family[],
): Map<Family, Float64Array[]> {
  const counters = [...new Set(families.flatMap(countersOf))];
  const columns = new Map(populations.countsOf(counters, null).map((counts, i) => [counters[i], counts]));
  return new Map(
    families.map((family) => [family, countersOf(family).flatMap((of) => columns.get(of) ?? [])]),
  );
}

function decideFamily(
  { readOn, courses }: ReportInputs,
  populations: ReportPopulations,
  family: Family,
  counts: readonly Float64Array[],
  within: readonly Decided[],
  mayBe: (population: string) => boolean,
): Decided {
  const { ofYear, ofQuarters, ofSessions, agencies, year } = populations;
  const variables = family.counts.map(
    ({ fewest }, i): Variable => ({ counts: counts[i] ?? new Float64Array(), fewest }),
  );
  const byUnit = byAgencyAndQuarter(populations, counts);
  const [first] = within;
  const steps = first ? first.steps : agencySteps(populations, family, byUnit, readOn);
  const suits = first ? stepsSuit(populations, family, byUnit, steps) : [];
  const ofAgency = new Map(agencies.map((id, agency) => [`agency/${id}@`, agency]));
  const ownCourse = courses.find(({ id }) => id === family.courseId)?.slug;
  const asked = (population: string) => {
    if (!mayBe(population)) return false;
    if (family.courseId !== null && !population.startsWith(`course/${ownCourse}@`)) return false;
    if (within.some(({ verdicts }) => verdicts.get(population) !== "shown")) return false;
    if (!first || !population.startsWith("agency/")) return true;
    const agency = ofAgency.get(population.slice(0, population.indexOf("@") + 1));
    if (agency === undefined) return true;
    // Shares of two figures need both of the same people.
    const same = within.every((one) => JSON.stringify(one.steps[agency]) === JSON.stringify(steps[agency]));
    return same && suits[agency] === true;
  };
  const layers = [
    ofYear,
    ofQuarters,
    ...(family.bySession ? [ofSessions] : []),
    layerOfAgencies(populations, (agency) => steps[agency]?.flat() ?? []),
  ];
  const verdicts = decide(layers, variables, ({ key }) => asked(key));
  // Nothing told of yet is not the same as nobody.
  agencies.forEach((id, agency) => {
    if ((steps[agency] ?? []).length === 0) verdicts.set(populationKey("agency", id, year.label), "too few");
  });
  return { verdicts, steps };
}
