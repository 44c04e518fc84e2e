// One part of the offer in one period: its sums, and each of its figures once it has been let through.
import { type Shown, show, type Verdict } from "./disclosure/shown";
import { addSums, addWithinSession, type Sums } from "./figures/sums";
import type { Period, ReportInputs, Slice } from "./report";
import { populationKey, type SessionInYear } from "./report-populations";
import { type ReportVerdicts, verdictsOf } from "./report-verdicts";

export type Reading = {
  slice: Slice;
  period: Period;
  /** Sessions that count in it. */
  sessions: readonly SessionInYear[];
  verdict: (family: string) => Verdict;
  /** A figure of the family, from the sums of those whom it counts; there is none of nobody. */
  figure: <Figure>(family: string, of: (sums: Sums) => Figure) => Shown<Figure>;
  /** The same of a number: nobody is one as well. */
  count: (family: string, of: (sums: Sums) => number) => Shown<number>;
};

const bySession = new WeakMap<SessionInYear, Sums>();

function sumsOfSession(session: SessionInYear): Sums {
  const found = bySession.get(session) ?? addWithinSession(Object.values(session.sums));
  bySession.set(session, found);
  return found;
}

/** A part of the offer in a period of the inputs' year, by default the inputs' own. */
export function readingOf(inputs: ReportInputs, slice: Slice, period: Period = inputs.period): Reading {
  const verdicts = verdictsOf(inputs);
  const { year, quarters, sessions } = verdicts.populations;
  const inPeriod = quarters.flatMap(({ label }, quarter) =>
    period.label === year.label || period.label === label ? [quarter] : [],
  );
  const population = populationKey(slice.kind, slice.key, period.label);
  const own = sessions.filter(({ quarter, courseId, sums }) =>
    inPeriod.includes(quarter) && slice.kind === "agency"
      ? Object.hasOwn(sums, slice.key)
      : inPeriod.includes(quarter) && isOf(verdicts, slice, courseId),
  );
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
    count: (family, of) => show(verdict(family), fewest(family), () => of(sumsOf.sums(family))),
  };
}

function isOf({ populations }: ReportVerdicts, { kind, key }: Slice, courseId: string): boolean {
  const courses = populations.coursesOf(kind, key);
  return courses === null || courses.has(courseId);
}

/** The sums of a part of the offer; of an agency they depend on the quarters that the figure covers. */
function sumsReader(verdicts: ReportVerdicts, { kind, key }: Slice, own: readonly SessionInYear[]) {
  const known = new Map<string, Sums>();
  const remember = (name: string, make: () => Sums) => {
    const found = known.get(name) ?? make();
    known.set(name, found);
    return found;
  };
  if (kind !== "agency")
    return { counts: () => true, sums: () => remember("", () => addSums(own.map(sumsOfSession))) };
  const agency = verdicts.populations.agencies.indexOf(key);
  const quartersOf = (family: string) => verdicts.quartersOfAgency(family, agency);
  return {
    counts: (family: string, quarter: number) => quartersOf(family).includes(quarter),
    sums: (family: string) => {
      const quarters = quartersOf(family);
      return remember(quarters.join(), () =>
        addSums(
          own.filter(({ quarter }) => quarters.includes(quarter)).flatMap(({ sums }) => sums[key] ?? []),
        ),
      );
    },
  };
}
