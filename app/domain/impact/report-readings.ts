// One part of the offer in one period: its sums, and each of its figures once it has been let through.
import { type Shown, show, type Verdict } from "./disclosure/shown";
import { roomOf } from "./figures/rooms";
import { addCounts, emptySums, type Sums } from "./figures/sums";
import { addSumsByPart } from "./figures/sums-by-part";
import type { Period, ReportInputs, Slice } from "./report";
import { populationKey, type ReportPopulations, type SessionInYear } from "./report-populations";
import { type ReportVerdicts, verdictsOf } from "./report-verdicts";

/** What is only counted. */
export type Tallied = Pick<Sums, "places" | "stages" | "commitments" | "managers">;

export type Reading = {
  slice: Slice;
  period: Period;
  /** Sessions that count in it. */
  sessions: readonly SessionInYear[];
  verdict: (family: string) => Verdict;
  /** A figure of the family, from the sums of those whom it counts; there is none of nobody. */
  figure: <Figure>(family: string, of: (sums: Sums) => Figure) => Shown<Figure>;
  /** The same of a number: nobody is one as well. */
  count: (family: string, of: (sums: Tallied) => number) => Shown<number>;
};

/** Quarters of the year that the period holds, by number. */
const quartersIn = ({ year, quarters }: ReportPopulations, period: Period): number[] =>
  quarters.flatMap(({ label }, quarter) =>
    period.label === year.label || period.label === label ? [quarter] : [],
  );

/** Whether any session counts in the part in the inputs' period. */
export function hasSession(inputs: ReportInputs, slice: Slice): boolean {
  if (slice.kind === "agency") return readingOf(inputs, slice).sessions.length > 0;
  const { populations } = verdictsOf(inputs);
  const inPeriod = quartersIn(populations, inputs.period);
  return populations.sessionsOf(slice.kind, slice.key).some(({ quarter }) => inPeriod.includes(quarter));
}

/** A part of the offer in a period of the inputs' year, by default the inputs' own. */
export function readingOf(inputs: ReportInputs, slice: Slice, period: Period = inputs.period): Reading {
  const verdicts = verdictsOf(inputs);
  const inPeriod = quartersIn(verdicts.populations, period);
  const population = populationKey(slice.kind, slice.key, period.label);
  const ofPart = verdicts.populations.sessionsOf(slice.kind, slice.key);
  const own = ofPart.filter(({ quarter }) => inPeriod.includes(quarter));
  const sumsOf = sumsReader(verdicts, slice, own);
  const verdict = (family: string) => verdicts.verdict(family, population);
  const fewest = verdicts.fewest;
  return {
    slice,
    period,
    sessions: slice.kind === "agency" ? own.filter(({ quarter }) => sumsOf.counts("came", quarter)) : own,
    verdict,
    figure: (family, of) => {
      const sums = sumsOf.sums(family);
      const isNobody = verdicts.people(family, sums) === 0;
      return show(isNobody ? "too few" : verdict(family), fewest(family), () => of(sums));
    },
    count: (family, of) => show(verdict(family), fewest(family), () => of(sumsOf.tallied(family))),
  };
}

/** The sums of a part of the offer; of an agency they depend on the quarters that the figure covers. */
function sumsReader(verdicts: ReportVerdicts, { kind, key }: Slice, own: readonly SessionInYear[]) {
  const known = new Map<string, Sums>();
  const counted = new Map<string, Tallied>();
  const remember = (name: string, make: () => Sums) => {
    const found = known.get(name) ?? make();
    known.set(name, found);
    return found;
  };
  if (kind !== "agency") {
    const sums = () => remember("", () => addSumsByPart(own.map((session) => roomOf(session.own).whole())));
    return { counts: () => true, sums, tallied: sums };
  }
  const agency = verdicts.populations.agencies.indexOf(key);
  const quartersOf = (family: string) => verdicts.quartersOfAgency(family, agency);
  const roomsIn = (quarters: readonly number[]) =>
    own.flatMap((session) => (quarters.includes(session.quarter) ? [roomOf(session.own)] : []));
  return {
    counts: (family: string, quarter: number) => quartersOf(family).includes(quarter),
    sums: (family: string) => {
      const quarters = quartersOf(family);
      return remember(quarters.join(), () =>
        addSumsByPart(roomsIn(quarters).flatMap((room) => room.sumsOf(key) ?? [])),
      );
    },
    tallied: (family: string): Tallied => {
      const quarters = quartersOf(family);
      const found = counted.get(quarters.join());
      if (found) return found;
      const all = emptySums();
      for (const room of roomsIn(quarters)) addCounts(all, room.countsOf(room.agencies.indexOf(key)));
      counted.set(quarters.join(), all);
      return all;
    },
  };
}
