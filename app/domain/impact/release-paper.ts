// Makes what a release says from all that it rests on. Pure: the same material gives the same bytes for as long as the
// method and the wording are the same; what was signed is kept as it was written then.
import { civilDateAt } from "~/shared/civil-time";
import { buildReport } from "./build-report";
import type { EarlierAction, FrozenFigures, ImpactAction, Paper, ReleaseSection } from "./release";
import { rowsOf } from "./release-rows";
import { partOf } from "./release-sections";
import { type EarlierRelease, sinceThe } from "./release-since";
import type { Report, ReportInputs, Slice } from "./report";
import { measureHeading, measureInWords } from "./wording/measures";
import { periodInWords } from "./wording/periods";

export type ReleaseMaterial = {
  title: string;
  inputs: ReportInputs;
  /** The whole partnership first. */
  slices: Slice[];
  narratives: { section: ReleaseSection; text: string }[];
  actions: ImpactAction[];
  earlier: EarlierRelease | null;
  earlierActions: (Omit<EarlierAction, "measure"> & { measureNumber: string | null })[];
  frozenAt: number;
};

/** The reports of these slices, each through disclosure control. */
export const reportsOf = (inputs: ReportInputs, slices: readonly Slice[]): Report[] =>
  slices.map((slice) => buildReport(inputs, slice));

export function frozenFigures(material: ReleaseMaterial): FrozenFigures {
  const reports = reportsOf(material.inputs, material.slices);
  return { reports, paper: paperOf(material, reports) };
}

function paperOf(material: ReleaseMaterial, reports: Report[]): Paper {
  const { inputs, earlier, frozenAt } = material;
  const [whole] = reports;
  const named = new Map(inputs.measures.map((measure) => [measure.number, measure]));
  const measureOf = (number: string | null) => (number === null ? undefined : named.get(number));
  return {
    title: material.title,
    partnership: inputs.partnership,
    period: inputs.period,
    periodInWords: periodInWords(inputs.period),
    method: inputs.method,
    frozenOn: civilDateAt(frozenAt),
    workedOutOn: whole?.workedOutAt == null ? null : civilDateAt(whole.workedOutAt),
    parts: reports.map(partOf),
    narratives: material.narratives,
    actions: material.actions.map(({ finding, action, owner, dueOn, measureNumber }) => {
      const measure = measureOf(measureNumber);
      return {
        finding,
        action,
        owner,
        dueOn,
        measureNumber,
        measure: measure ? measureHeading(measure) : null,
      };
    }),
    earlierActions: material.earlierActions.map(({ measureNumber, ...action }) => {
      const measure = measureOf(measureNumber);
      return {
        ...action,
        measure: measure ? `${measureHeading(measure)}: ${measureInWords(measure)}` : null,
      };
    }),
    since: earlier && whole ? sinceThe(earlier, whole) : null,
    rows: reports.flatMap(rowsOf),
  };
}
