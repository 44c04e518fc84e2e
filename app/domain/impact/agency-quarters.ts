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
 */
export function agencySteps(of: ReportPopulations, family: Family, readOn: string): Steps[] {
  const { agencies, quarters, cells, sessions } = of;
  const counts = agencies.map(() => quarters.map(() => family.counts.map(() => 0)));
  for (const { session, agency, sums } of cells) {
    const own = counts[agency]?.[sessions[session]?.quarter ?? 0] ?? [];
    for (const [i, count] of family.counts.entries()) own[i] = (own[i] ?? 0) + count.of(sums);
  }
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
export function stepsSuit(of: ReportPopulations, family: Family, steps: readonly Steps[]): boolean[] {
  const { cells, sessions } = of;
  const stepOf = steps.map((own) => new Map(own.flatMap((quarters, step) => quarters.map((q) => [q, step]))));
  const counts = steps.map((own) => own.map(() => family.counts.map(() => 0)));
  for (const { session, agency, sums } of cells) {
    const step = stepOf[agency]?.get(sessions[session]?.quarter ?? 0);
    const own = step === undefined ? undefined : counts[agency]?.[step];
    if (own) for (const [i, count] of family.counts.entries()) own[i] = (own[i] ?? 0) + count.of(sums);
  }
  return counts.map((own) =>
    own.every((people) => !people.some((n, i) => isFew(n, family.counts[i]?.fewest ?? 0))),
  );
}
