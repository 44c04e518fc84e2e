// Sessions one after another and beside each other; without names, and only those that may be shown.
import { type Shown, show } from "./disclosure/shown";
import { roomOf } from "./figures/rooms";
import { controlChart } from "./measures/control-chart";
import { median } from "./measures/descriptive";
import { funnel } from "./measures/funnel";
import type { Funnel, OverTime, ReportInputs } from "./report";
import { populationKey, type SessionInYear } from "./report-populations";
import type { Reading } from "./report-readings";
import { verdictsOf } from "./report-verdicts";

/** Fewer points than these are no course of time; from so many on, limits can be drawn. */
const FEWEST_POINTS = 3;
const LIMITS_FROM = 12;

type Point = { pairs: number; change: number; improved: number } | null;

/** Each session with an answer of both kinds, oldest first; null where it may not be shown. */
function pointsOf(inputs: ReportInputs, sessions: readonly SessionInYear[], family: string): Point[] {
  const { verdict, populations } = verdictsOf(inputs);
  return sessions.flatMap((session) => {
    const { confidence } = roomOf(session.own).whole();
    const [change] = confidence.sessions;
    if (change === undefined || change.n === 0) return [];
    const key = populationKey("session", session.number, populations.year.label);
    if (verdict(family, key) !== "shown") return [null];
    return [{ pairs: change.n, change: change.mean, improved: confidence.improved }];
  });
}

export function overTimeOf(inputs: ReportInputs, reading: Reading): Shown<OverTime | null> {
  const { slice, sessions, verdict, figure } = reading;
  if (slice.kind === "agency") return show("shown", 0, () => null);
  if (verdict("confidence") !== "shown") return figure<OverTime | null>("confidence", () => null);
  const points = pointsOf(inputs, sessions, "confidence");
  const values = points.flatMap((point) => (point ? [point.change] : []));
  return figure("confidence", (): OverTime | null => {
    if (values.length < FEWEST_POINTS) return null;
    const isXmR = values.length >= LIMITS_FROM;
    const chart = controlChart(values);
    let known = -1;
    return {
      kind: isXmR ? "XmR" : "run chart",
      points: points.map((point, index) => {
        if (point) known++;
        return {
          label: `${index + 1}`,
          value: point?.change ?? null,
          pairs: point?.pairs ?? null,
          flags: point && isXmR ? rules.filter((rule) => chart[rule][known] === true) : [],
        };
      }),
      middle: isXmR ? chart.mean : median(values),
      lower: isXmR ? chart.lower : null,
      upper: isXmR ? chart.upper : null,
    };
  });
}

const rules = ["outside", "sevenOneSide", "sevenTrend", "twoOfThree"] as const;

/** From 12 sessions that may be shown on; in no order that names one. */
export function funnelOf(inputs: ReportInputs, reading: Reading): Shown<Funnel | null> {
  const { slice, sessions, verdict, figure } = reading;
  const family = "confidence/improved";
  if (slice.kind === "agency") return show("shown", 0, () => null);
  if (verdict(family) !== "shown") return figure<Funnel | null>(family, () => null);
  const points = pointsOf(inputs, sessions, family).flatMap((point) => point ?? []);
  return figure(family, (): Funnel | null => {
    if (points.length < LIMITS_FROM) return null;
    const compared = funnel(points.map(({ improved, pairs }) => ({ improved, n: pairs })));
    return {
      overall: compared.overall ?? 0,
      points: points
        .map(({ pairs, improved }, index) => {
          const { outside95, outside998 } = compared.points[index] ?? {};
          const outside = outside998 ? "99.8%" : outside95 ? "95%" : "no";
          return { pairs, share: improved / pairs, outside } as const;
        })
        .sort((a, b) => a.pairs - b.pairs || a.share - b.share),
    };
  });
}
