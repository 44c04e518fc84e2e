// Which of its quarters an agency is told of: those that are over, and only in steps that are not a few people.

import { addDays } from "~/shared/civil-time";
import { isFew } from "./disclosure/populations";
import type { Family } from "./report-families";
import type { ReportPopulations } from "./report-populations";

/** Quarters in the steps in which an agency's figures became known, oldest first; what is held back is in none. */
export type Steps = readonly (readonly number[])[];

/**
 * At the end of each quarter an agency's people of that quarter are added to those held back before. They are told of
 * once they are nobody or enough; else they wait. Where those who wait are together a few (all agencies less the ones
 * told of would show them), the next smallest waits as well.
 * @param byUnit each of the family's counts by agency and quarter
 */
export function agencySteps(
  of: ReportPopulations,
  family: Family,
  byUnit: readonly Float64Array[],
  readOn: string,
): Steps[] {
  const { agencies, quarters } = of;
  const counts = agencies.map((_, agency) =>
    quarters.map((_, quarter) => byUnit.map((totals) => totals[of.unitOfAgency(agency, quarter)] ?? 0)),
  );
  const nobody = family.counts.map(() => 0);
  const add = (a: readonly number[], b: readonly number[]) => a.map((n, i) => n + (b[i] ?? 0));
  const few = (people: readonly number[]) => people.some((n, i) => isFew(n, family.counts[i]?.fewest ?? 0));
  const waiting = agencies.map(() => ({ quarters: [] as number[], people: nobody }));
  const steps: number[][][] = agencies.map(() => []);
  quarters.forEach(({ until }, quarter) => {
    if (addDays(until, family.settled) > readOn) return;
    waiting.forEach((own, agency) => {
      own.quarters.push(quarter);
      own.people = add(own.people, counts[agency]?.[quarter] ?? nobody);
    });
    const held = new Set(waiting.filter(({ people }) => few(people)));
    const next = waiting
      .filter((own) => !held.has(own) && (own.people[0] ?? 0) > 0)
      .sort((a, b) => (a.people[0] ?? 0) - (b.people[0] ?? 0));
    for (const own of next) {
      if (!few([...held].reduce((all, { people }) => add(all, people), nobody))) break;
      held.add(own);
    }
    waiting.forEach((own, agency) => {
      if (held.has(own)) return;
      steps[agency]?.push(own.quarters);
      waiting[agency] = { quarters: [], people: nobody };
    });
  });
  return steps;
}

/** Whether figures told of in another's steps would not show a few people between two of them. */
export function stepsSuit(
  of: ReportPopulations,
  family: Family,
  byUnit: readonly Float64Array[],
  steps: readonly Steps[],
): boolean[] {
  const counts = steps.map((own, agency) =>
    own.map((quarters) =>
      byUnit.map((totals) =>
        quarters.reduce((people, quarter) => people + (totals[of.unitOfAgency(agency, quarter)] ?? 0), 0),
      ),
    ),
  );
  return counts.map((own) =>
    own.every((people) => !people.some((n, i) => isFew(n, family.counts[i]?.fewest ?? 0))),
  );
}

/** Counts of cells added up by agency and quarter. */
export function byAgencyAndQuarter(of: ReportPopulations, counts: readonly Float64Array[]): Float64Array[] {
  const { agencies, quarters, agencyOfCell } = of;
  return counts.map((ofCells) => {
    const totals = new Float64Array(agencies.length * quarters.length);
    for (let cell = 0; cell < ofCells.length; cell++) {
      const unit = agencyOfCell[cell] ?? 0;
      totals[unit] = (totals[unit] ?? 0) + (ofCells[cell] ?? 0);
    }
    return totals;
  });
}
