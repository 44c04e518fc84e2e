// A release of the impact report: its states, its sections, and the paper that is frozen. Safe in a browser.
import type { CivilDate } from "~/shared/civil-time";
import type { Period, Report, Slice } from "./report";
import { reportSections, type SectionKey } from "./wording/sections";

export type ReleaseState = "draft" | "in review" | "signed off" | "withdrawn";
export type ReleaseSliceKind = "board" | "theme" | "course" | "agency";

/** The questions that the report answers, in its order; what the partnership makes of each is written beside it. */
export type ReleaseSection = SectionKey;
export const releaseSections: readonly ReleaseSection[] = reportSections.map(({ key }) => key);
export const isReleaseSection = (text: string): text is ReleaseSection =>
  releaseSections.some((section) => section === text);
export const sectionTitle = (section: ReleaseSection): string =>
  reportSections.find(({ key }) => key === section)?.heading ?? "";

/** A comment may also be about the whole. */
export const wholeRelease = "whole";

/** From finding to decision to the next measurement. `owner` is a role or a group. */
export type ImpactAction = {
  id: string;
  finding: string;
  action: string;
  owner: string;
  dueOn: CivilDate;
  measureNumber: string | null;
};

/** How a change is drawn: rows on one scale, each with its interval or why it is not shown. */
export type ChangeBlock = {
  kind: "changes";
  title: string;
  intro: string;
  unit: string;
  rows: (
    | {
        label: string;
        before: number;
        after: number;
        change: number;
        low: number | null;
        high: number | null;
        n: number;
      }
    | { label: string; withheld: string }
  )[];
  note: string;
};
/** Parts of a whole, one bar a row. */
export type SharesBlock = {
  kind: "shares";
  title: string;
  intro: string;
  rowHeading: string;
  /** What is counted: "people". */
  unit: string;
  rows: (
    | { label: string; parts: { label: string; count: number }[] }
    | { label: string; withheld: string }
  )[];
  note: string;
};
/** A measure over months. */
export type MeasureBlock = {
  kind: "measure";
  title: string;
  intro: string;
  /** "%", or what is counted. */
  unit: string;
  points: { month: string; short: string; target: number | null; outcome: number | null }[];
  note: string;
};
/** Points in the order of time, with the middle and, from 12 on, limits. */
export type TimeBlock = {
  kind: "time";
  title: string;
  intro: string;
  unit: string;
  points: { label: string; value: number | null; pairs: number | null; flags: string[] }[];
  middle: number | null;
  lower: number | null;
  upper: number | null;
  note: string;
};
export type TableBlock = {
  kind: "table";
  caption: string;
  columns: { heading: string; numeric?: true }[];
  rows: string[][];
};
/** A piece of a section, in words and numbers that may be shown. Frozen, so that later wording leaves it alone. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "quotes"; quotes: { text: string; from: string }[] }
  | TableBlock
  | ChangeBlock
  | SharesBlock
  | MeasureBlock
  | TimeBlock;

export type PaperTile = {
  label: string;
  figure: string;
  note: string;
  evidence: "A" | "B" | "C" | null;
};

/** One figure as the files carry it: with its n, rate of return, scale and method, or the words for why it is not shown. */
export type FigureRow = {
  part: string;
  section: string;
  figure: string;
  about: string;
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  n: number | null;
  /** Share (0 to 1) of those who came with both answers. */
  matchedRate: number | null;
  scale: string;
  /** When "before" was asked. */
  before: string;
  evidence: string;
  method: string;
  /** Why there is no value. */
  notShown: string;
};

export type PaperPart = {
  slice: Pick<Slice, "kind" | "name">;
  sentence: string;
  unknown: string[];
  tiles: PaperTile[];
  sections: { section: ReleaseSection; title: string; blocks: Block[] }[];
};

/** What an earlier action asked for and what has come of it so far. */
export type EarlierAction = {
  release: string;
  action: string;
  owner: string;
  dueOn: CivilDate;
  standing: string;
  outcome: string | null;
  /** The measure that was to show it: at the earlier release and now. */
  measure: string | null;
};

/** The whole of what a release says. Nobody is named in it, and nothing in it has been withheld by disclosure control. */
export type Paper = {
  title: string;
  partnership: string;
  period: Period;
  periodInWords: string;
  /** Which version of the method and its limits. */
  method: string;
  /** London date on which what it says was frozen, and on which its newest figure was worked out. */
  frozenOn: CivilDate;
  workedOutOn: CivilDate | null;
  /** The whole partnership first. */
  parts: PaperPart[];
  narratives: { section: ReleaseSection; text: string }[];
  actions: (Omit<ImpactAction, "id"> & { measure: string | null })[];
  earlierActions: EarlierAction[];
  /** Against the last signed release; null for the first. */
  since: { releaseId: string; name: string; table: TableBlock; cannot: string[] } | null;
  rows: FigureRow[];
};

/** What is stored of a release's figures: as shown by disclosure control, and in words. */
export type FrozenFigures = { reports: Report[]; paper: Paper };
