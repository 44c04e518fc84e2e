// The report's words: what it is about, and each figure as it may be shown. Only disclosure control makes one.
import type { Bands } from "./disclosure/bands";
import type { Passed, Shown } from "./disclosure/shown";
import type { Sums } from "./figures/sums";
import type { Change, Direction, PracticeMeasure } from "./impact";

export type { Shown };

/** What a report is about; the partnership's key is blank. The kinds and keys are fixed: nobody filters freely. */
export type SliceKind = "partnership" | "board" | "theme" | "course" | "agency";
export type Slice = { kind: SliceKind; key: string; name: string };

/** A reporting year ("2026-27") or one of its quarters ("2026-27-Q2"): from this day up to, not including, that one. */
export type Period = { label: string; from: string; until: string };

/** A mean with its 95% interval (null where it cannot be worked out). */
export type Estimated = { value: number; low: number | null; high: number | null };

/** One line of activity; null where withheld. */
export type ActivityRow = {
  key: string;
  label: string;
  /** Sessions that count in it; of an agency, in quarters that are over. */
  sessions: number;
  came: Passed<number> | null;
  absent: Passed<number> | null;
};

/** How a question at the end was answered, in bands that hold nobody apart. */
export type Reaction = {
  slug: string;
  wording: string;
  highest: number;
  lowestLabel: string;
  highestLabel: string;
  mean: Shown<number>;
  answers: Shown<number>;
  /** Counts of low, middle and high answers, neighbours merged where one would be small. */
  bands: Shown<Bands<"low" | "middle" | "high">>;
};

/** What share of those asked answered a stage; `aim` is a planning value, not a pass mark. */
export type ReturnRate = {
  stage: "T0" | "T1" | "T2" | "T3" | "M" | "T4";
  owed: Shown<number>;
  answered: Shown<number>;
  /** 0 to 1. */
  rate: Shown<number | null>;
  keptApart: Shown<number>;
  aim: number | null;
};

/** A change between before and after on one scale, and what is known about it. */
export type LearningFigure = {
  change: Shown<Change>;
  /** Share (0 to 1) of those who came with both answers; null where nobody came. */
  matchedRate: Shown<number | null>;
  direction: Shown<Bands<Direction>>;
  /** g_av with Bonett's interval; null where both sides are constant. */
  size: Shown<Estimated | null>;
  /** More than 15% began at the top of the scale. */
  startedNearTop: Shown<boolean | null>;
};

/** What was kept weeks later, of those who answered all three times. */
export type FollowUp = {
  people: number;
  /** Later - before: the gain still held. */
  held: Estimated;
  /** Later - end: negative where some of it faded. */
  fade: Estimated;
  /** Share of the gain kept (1 is all), with Fieller's interval; null where it may not be given. */
  retention: Estimated | null;
};

/** Whether those who answered weeks later differ from those who did not. */
export type NonResponse = {
  answered: number;
  silent: number;
  before: Estimated;
  change: Estimated;
  /** More than 0.2 of a standard deviation, or the interval leaves 0 out. */
  differ: boolean;
};

export type Baseline = { people: number; drift: Estimated; change: Estimated; excess: Estimated };

/** A share (0 to 1) of a whole with Wilson's 95% interval. */
export type Share = { part: number; whole: number; share: number; low: number; high: number };

export type Practice = {
  /** People who made at least one. */
  people: Shown<number>;
  made: Shown<number>;
  /** Of all whose makers have been asked since: silence is not counted as done. */
  doneOfAsked: Shown<Share | null>;
  doneOfAnswered: Shown<Share | null>;
  confirmedOfAsked: Shown<Share | null>;
  outcomes: Shown<Bands<"done" | "partly" | "not yet" | "no longer relevant">>;
  /** Had an opportunity, of those who said. */
  opportunity: Shown<Share | null>;
  /** Managers who saw it applied (yes or partly) of those who could say and saw an opportunity. */
  managersSaw: Shown<Share | null>;
  managersNoOpportunity: Shown<number>;
};

/** A course on the common scale; in order of name, never ranked. */
export type CourseRow = { slug: string; title: string; sessions: number; change: Shown<Change> };

/** Mean change by session (unnamed, oldest first) or by quarter, as a chart over time. */
export type OverTime = {
  kind: "run chart" | "XmR";
  points: { label: string; value: number | null; pairs: number | null; flags: string[] }[];
  middle: number | null;
  lower: number | null;
  upper: number | null;
};

/** Share improved by session against limits; only from 12 sessions on, never with names. */
export type Funnel = {
  overall: number;
  points: { pairs: number; share: number; outside: "no" | "95%" | "99.8%" }[];
};

/** A practice measure with the sessions of the period that were to move it: beside it, never as its cause. */
export type MeasureBeside = PracticeMeasure & {
  /** Courses tied to it, themselves or by their theme, that had a session in the period. */
  beside?: { slug: string; title: string; sessions: number }[];
};

export type Quote = { text: string; about: "commitment" | "family"; stage: string };

export type Report = {
  slice: Slice;
  period: Period;
  /** The version of the method and its limits. */
  method: string;
  /** When the newest figure in it was worked out; null where there is none. */
  workedOutAt: number | null;
  activity: {
    sessions: number;
    booked: Shown<number>;
    came: Shown<number>;
    absent: Shown<number>;
    walkIns: Shown<number>;
    byBoard: ActivityRow[];
    byTheme: ActivityRow[];
    byAgency: ActivityRow[];
  };
  reactions: Reaction[];
  returns: ReturnRate[];
  confidence: LearningFigure;
  /** Scenarios, in percentage points. */
  scenarios: LearningFigure;
  items: { slug: string; wording: string; ofCourse: boolean; change: Shown<Change> }[];
  baseline: Shown<Baseline | null>;
  /** Before as recalled at the end, less before as told then: the shift of the yardstick. */
  responseShift: Shown<(Estimated & { people: number }) | null>;
  followUp: Shown<FollowUp>;
  nonResponse: Shown<NonResponse | null>;
  practice: Practice;
  courses: CourseRow[];
  overTime: Shown<OverTime | null>;
  funnel: Shown<Funnel | null>;
  measures: MeasureBeside[];
  quotes: Quote[];
};

/** All that a report is made from, frozen in a release: sums and names, nobody's own answers. */
export type ReportInputs = {
  period: Period;
  /** The day on which they were read: agencies are told of in quarters that were over by then. */
  readOn: string;
  /** Figures that would give people away beside an earlier release (clashesWithEarlier). */
  heldBack?: string[];
  method: string;
  partnership: string;
  boards: { code: string; name: string }[];
  themes: { slug: string; name: string }[];
  agencies: { id: string; name: string }[];
  courses: { id: string; slug: string; title: string; theme: string | null; boards: string[] }[];
  items: {
    id: string;
    slug: string;
    wording: string;
    kind: "confidence" | "reaction" | "choice";
    lowest: number;
    highest: number;
    lowestLabel: string;
    highestLabel: string;
    courseId: string | null;
  }[];
  /**
   * Delivered sessions of the whole reporting year, whatever the period (what may be shown of a quarter depends on the
   * year's figures), oldest first, numbered within the year; sums by agency id.
   */
  sessions: {
    number: number;
    courseId: string;
    endedOn: string;
    workedOutAt: number;
    sums: Record<string, Sums>;
  }[];
  measures: (PracticeMeasure & { themes: string[]; courses: string[] })[];
  quotes: (Quote & { courseId: string })[];
};
