// Somebody has every report of a year and its quarters, and adds and subtracts. They find no few people.
import { describe, expect, test } from "vitest";
import { buildReport, listSlices } from "~/domain/impact/build-report";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import { addWithinSession } from "~/domain/impact/figures/sums";
import type { Period, ReportInputs, Slice } from "~/domain/impact/report";
import { verdictsOf } from "~/domain/impact/report-verdicts";
import { quartersOf } from "~/domain/impact/reporting-years";
import { recoverable } from "../disclosure/adversary";
import { pairs, told } from "./attack-figures";
import { chance, type Delivered, inputsOf, type Learner, year } from "./made-up";

const quarters = quartersOf(year);

/** A handful of sessions of four courses, with two themes, two boards that share courses, and three agencies. */
function made(seed: number, size: number): ReportInputs {
  const pick = chance(seed);
  const learner = (): Learner => {
    if (pick(9) === 0) return { absent: true };
    const pre = pick(11);
    const post = Math.min(10, pre + pick(4));
    return {
      walkIn: pick(12) === 0,
      ...(pick(6) > 0 ? { pre } : {}),
      ...(pick(6) > 0 ? { post, relevant: 1 + pick(5) } : {}),
      ...(pick(3) > 0
        ? { later: pick(11), commitments: [pick(2) ? "done" : "not yet"] }
        : { commitments: [null] }),
    };
  };
  const sessions = Array.from({ length: 6 }, (): Delivered => {
    const agencies = ["health", "police", "schools"].map((id): [string, Learner[]] => [
      id,
      pick(4) === 0 ? [] : Array.from({ length: 1 + pick(size) }, learner),
    ]);
    return {
      course: ["a", "b", "c", "d"][pick(4)] ?? "a",
      on: ["2026-05-05", "2026-09-09", "2026-12-12"][pick(3)] ?? "2026-05-05",
      agencies: Object.fromEntries(agencies.filter(([, people]) => people.length > 0)),
    };
  });
  const courses = Object.fromEntries(
    ["a", "b", "c", "d"].map((id) => [
      id,
      { theme: pick(2) ? "harm" : "homes", boards: [["A"], ["B"], ["A", "B"]][pick(3)] ?? ["A"] },
    ]),
  );
  return inputsOf({ sessions, courses });
}

/** Every report there is, each with the cells it is about: people of one session from one agency. */
function everything(inputs: ReportInputs) {
  const cells = inputs.sessions.flatMap((session) =>
    Object.entries(session.sums).map(([agency, sums]) => ({ session, agency, sums })),
  );
  const reports = [year, ...quarters].flatMap((period) => {
    const own = { ...inputs, period };
    return listSlices(own).map((slice) => ({ inputs: own, slice, period, report: buildReport(own, slice) }));
  });
  return { cells, reports };
}

type Everything = ReturnType<typeof everything>;

function cellsIn({ cells, reports }: Everything, at: number, family: string): number[] {
  const { inputs, slice, period } = reports[at] as Everything["reports"][number];
  const course = new Map(inputs.courses.map((one) => [one.id, one]));
  const { populations, quartersOfAgency } = verdictsOf(inputs);
  return cells.map(({ session, agency }) => {
    if (session.endedOn < period.from || session.endedOn >= period.until) return 0;
    const { theme, boards = [], slug } = course.get(session.courseId) ?? {};
    if (slice.kind === "agency") {
      const quarter = quarters.findIndex(
        ({ from, until }) => session.endedOn >= from && session.endedOn < until,
      );
      const counted = quartersOfAgency(family, populations.agencies.indexOf(slice.key));
      return agency === slice.key && counted.includes(quarter) ? 1 : 0;
    }
    const isIn: Record<Exclude<Slice["kind"], "agency">, boolean> = {
      partnership: true,
      board: boards.includes(slice.key),
      theme: theme === slice.key,
      course: slug === slice.key,
    };
    return isIn[slice.kind] ? 1 : 0;
  });
}

/** Sessions whose own change is on a chart over time: told apart by their number of pairs and their mean. */
function sessionsOnCharts({ cells, reports }: Everything): number[][] {
  const points = reports.flatMap(({ report: { overTime } }) =>
    isWithheld(overTime) || overTime === null ? [] : overTime.points.flatMap(({ value }) => value ?? []),
  );
  return [...new Set(cells.map(({ session }) => session))].flatMap((session) => {
    const [change] = addWithinSession(Object.values(session.sums)).confidence.sessions;
    const isOn = change && points.some((value) => Math.abs(value - change.mean) < 1e-12);
    return isOn ? [cells.map((cell) => (cell.session === session ? 1 : 0))] : [];
  });
}

describe("an adversary with every published figure", () => {
  test.each([4, 8, 14])(
    "recovers no few people, with up to %i of an agency at a session",
    (size) => {
      let publishedInAll = 0;
      for (let seed = 1; seed <= 12; seed++) {
        const all = everything(made(seed, size));
        for (const { name, fewest, of, in: isTold, family } of told) {
          const rows = all.reports.flatMap(({ report }, at) =>
            isTold(report) ? [cellsIn(all, at, family)] : [],
          );
          if (name === "pairs") rows.push(...sessionsOnCharts(all));
          publishedInAll += rows.length;
          const people = all.cells.map(({ sums }) => of(sums));
          const alone = recoverable(rows, people, fewest);
          expect(alone, `${name}, seed ${seed}: ${alone?.map((cell) => people[cell])}`).toBeNull();
        }
      }
      expect(publishedInAll).toBeGreaterThan(300);
    },
    120_000,
  );

  test("recovers some where every figure of enough people is published (the control)", () => {
    let found = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const all = everything(made(seed, 8));
      const people = all.cells.map(({ sums }) => pairs(sums));
      const rows = all.reports
        .map((_, at) => cellsIn(all, at, "confidence"))
        .filter((row) => row.reduce((n, one, cell) => n + one * (people[cell] ?? 0), 0) >= 10);
      if (recoverable(rows, people, 10)) found++;
    }
    expect(found).toBeGreaterThan(8);
  });

  test("reads the same figure of a part on every page that tells it", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { reports } = everything(made(seed, 12));
      const of = (kind: Slice["kind"], key: string, period: Period) =>
        reports.find(({ slice, period: own }) => slice.kind === kind && slice.key === key && own === period)
          ?.report;
      for (const { report, period } of reports) {
        for (const { slug, change } of report.courses)
          expect(change).toEqual(of("course", slug, period)?.confidence.change);
        for (const [kind, rows] of [
          ["board", report.activity.byBoard],
          ["theme", report.activity.byTheme],
          ["agency", report.activity.byAgency],
        ] as const)
          for (const { key, came } of rows) {
            const own = of(kind, key, period)?.activity.came;
            expect(came).toEqual(isWithheld(own) ? null : own);
          }
      }
    }
  });
});
