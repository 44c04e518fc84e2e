// Practice measures: their words, and the rule that decides what a list of them adds to what is recorded.

/** One row of the list: what a measure aimed at and came to in one month. Blank is not recorded, never 0. */
export type PracticeMeasurePoint = {
  /** "4", "overall" */
  number: string;
  name: string;
  unit: string;
  /** "2023-04" */
  period: string;
  target: number | null;
  outcome: number | null;
};

export type MeasureDifference = {
  what: "measure" | "unit" | "target" | "outcome";
  recorded: string | null;
  given: string | null;
};

/** `index` and `firstIndex` count from 0 in the list that was given. */
export type MeasureRefusal =
  | { kind: "repeated"; index: number; firstIndex: number }
  | { kind: "two names in the list"; index: number; firstIndex: number; differences: MeasureDifference[] }
  | { kind: "recorded differently"; index: number; differences: MeasureDifference[] };

/** `completed`: a target or outcome that was blank in the record is now known; an outcome comes months after its target. */
export type MeasureCounts = { added: number; completed: number; unchanged: number };
export type WeighedMeasures = MeasureCounts & { refusals: MeasureRefusal[] };

type Named = Pick<PracticeMeasurePoint, "name" | "unit">;
type Figures = Pick<PracticeMeasurePoint, "target" | "outcome">;

export type RecordedMeasures = {
  measure(number: string): Named | null;
  point(number: string, period: string): Figures | null;
};

export type MeasureVerdict = {
  /** Measures that are not recorded yet, each once. */
  measures: PracticeMeasurePoint[];
  additions: PracticeMeasurePoint[];
  completions: PracticeMeasurePoint[];
  refusals: MeasureRefusal[];
};

const written = (figure: number | null) => (figure === null ? null : String(figure));

function namingDifferences(recorded: Named, given: Named): MeasureDifference[] {
  const compared: MeasureDifference[] = [
    { what: "measure", recorded: recorded.name, given: given.name },
    { what: "unit", recorded: recorded.unit, given: given.unit },
  ];
  return compared.filter((difference) => difference.recorded !== difference.given);
}

/** A figure may become known; it may not change or vanish. */
function contradictions(recorded: Figures, given: Figures): MeasureDifference[] {
  const compared: MeasureDifference[] = [
    { what: "target", recorded: written(recorded.target), given: written(given.target) },
    { what: "outcome", recorded: written(recorded.outcome), given: written(given.outcome) },
  ];
  return compared.filter((d) => d.recorded !== null && d.recorded !== d.given);
}

/** The rule: new months are added, blanks may be filled, and nothing that is recorded is overwritten. */
export function judgeMeasures(
  given: readonly PracticeMeasurePoint[],
  recorded: RecordedMeasures,
): MeasureVerdict {
  const verdict: MeasureVerdict = { measures: [], additions: [], completions: [], refusals: [] };
  const firstOfPoint = new Map<string, number>();
  const firstOfMeasure = new Map<string, { index: number; point: PracticeMeasurePoint }>();
  given.forEach((point, index) => {
    const key = JSON.stringify([point.number, point.period]);
    const repeated = firstOfPoint.get(key);
    if (repeated !== undefined) {
      verdict.refusals.push({ kind: "repeated", index, firstIndex: repeated });
      return;
    }
    firstOfPoint.set(key, index);

    const first = firstOfMeasure.get(point.number);
    if (!first) firstOfMeasure.set(point.number, { index, point });
    const naming = first ? namingDifferences(first.point, point) : [];
    if (first && naming.length > 0) {
      verdict.refusals.push({
        kind: "two names in the list",
        index,
        firstIndex: first.index,
        differences: naming,
      });
      return;
    }

    const measure = recorded.measure(point.number);
    const figures = recorded.point(point.number, point.period);
    const differences = [
      ...(measure ? namingDifferences(measure, point) : []),
      ...(figures ? contradictions(figures, point) : []),
    ];
    if (differences.length > 0) {
      verdict.refusals.push({ kind: "recorded differently", index, differences });
      return;
    }
    if (!measure && !first) verdict.measures.push(point);
    if (!figures) verdict.additions.push(point);
    else if (figures.target !== point.target || figures.outcome !== point.outcome)
      verdict.completions.push(point);
  });
  return verdict;
}

/** A month written "2023-04". */
export const isPeriod = (text: string) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** Why a recorded figure is put right. */
export const corrections = ["mistyped", "the source was put right", "audited again"] as const;
export type Correction = (typeof corrections)[number];
