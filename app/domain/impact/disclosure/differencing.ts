// Two reports at different times: what a reader could tell of the few people by whom they differ.
import type { Report } from "../impact";
import { isWithheld, LIMITS } from "./limits";
import type { Shown } from "./shown";

/** A figure that would show a few people beside an earlier one: as it is held back, and by how many they differ. */
export type Clash = { figure: string; population: string; slice: string; period: string; people: number };

/** How many people stand behind a figure, as a reader of the report knows it. */
type Known = { figure: string; people: number; fewest: number };

/**
 * Figures of these reports that differ from those in an earlier one about the same part, in the same time or in one that
 * holds it, by so few people that the difference would show them. Each is to be held back (ReportInputs.heldBack).
 */
export function clashesWithEarlier(reports: readonly Report[], earlier: readonly Report[]): Clash[] {
  const found = new Map<string, Clash>();
  for (const report of reports) {
    for (const then of earlier) {
      if (!isSamePart(report, then) || !oneHoldsOther(report, then)) continue;
      const before = new Map(knownOf(then).map((known) => [known.figure, known]));
      for (const { figure, people, fewest } of knownOf(report)) {
        const difference = Math.abs(people - (before.get(figure)?.people ?? people));
        if (difference === 0 || difference >= fewest) continue;
        const { slice, period } = report;
        const population = `${slice.kind}/${slice.key}@${period.label}`;
        const clash = { figure, population, slice: slice.name, period: period.label, people: difference };
        found.set(`${figure} ${population}`, clash);
      }
    }
  }
  return [...found.values()];
}

/** As ReportInputs.heldBack holds it. */
export const heldBackAs = ({ figure, population }: Clash) => `${figure} ${population}`;

const isSamePart = ({ slice }: Report, then: Report) =>
  slice.kind === then.slice.kind && slice.key === then.slice.key;

function oneHoldsOther({ period: a }: Report, { period: b }: Report): boolean {
  return (a.from <= b.from && b.until <= a.until) || (b.from <= a.from && a.until <= b.until);
}

function knownOf(report: Report): Known[] {
  const { activity, returns, confidence, scenarios, items, reactions, practice } = report;
  const count = (figure: string, shown: Shown<number>): Known[] =>
    isWithheld(shown) ? [] : [{ figure, people: shown, fewest: LIMITS.count }];
  const basis = <Figure>(
    figure: string,
    shown: Shown<Figure>,
    of: (figure: Figure) => number | undefined,
  ) => {
    const people = isWithheld(shown) ? undefined : of(shown as Figure);
    return people === undefined ? [] : [{ figure, people, fewest: LIMITS.figure.partnership }];
  };
  return [
    ...count("came", activity.came),
    ...count("absent", activity.absent),
    ...count("walk-ins", activity.walkIns),
    ...count("booked", activity.booked),
    ...returns.flatMap(({ stage, owed, answered, keptApart }) => [
      ...count(`stage/${stage}`, owed),
      ...count(`stage/${stage}`, answered),
      ...count(`kept apart/${stage}`, keptApart),
    ]),
    ...basis("confidence", confidence.change, ({ pairs }) => pairs),
    ...basis("scenarios", scenarios.change, ({ pairs }) => pairs),
    ...items.flatMap(({ slug, wording, change }) =>
      basis(`item/${slug}: ${wording}`, change, ({ pairs }) => pairs),
    ),
    ...reactions.flatMap(({ slug, wording, answers }) =>
      basis(`reaction/${slug}: ${wording}`, answers, (n) => n),
    ),
    ...basis("baseline", report.baseline, (baseline) => baseline?.people),
    ...basis("response shift", report.responseShift, (shift) => shift?.people),
    ...basis("follow-up", report.followUp, ({ people }) => people),
    ...basis("non-response", report.nonResponse, (groups) => groups?.silent),
    ...count("people with commitments", practice.people),
    ...count("commitments", practice.made),
    ...basis("done of answered", practice.doneOfAnswered, (share) => share?.whole),
    ...basis("opportunity", practice.opportunity, (share) => share?.whole),
    ...basis("managers saw", practice.managersSaw, (share) => share?.whole),
    ...count("managers: no opportunity", practice.managersNoOpportunity),
  ];
}
