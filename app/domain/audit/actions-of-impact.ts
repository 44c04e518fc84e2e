// The deeds of evaluations and of impact, and what each entry says besides: never what somebody answered or wrote.
import type { evaluationStages } from "db/schema";
import type { CivilDate } from "~/shared/civil-time";
import type { Field, FileName, Id, Kind, Nothing } from "./action-parts";

type Stage = (typeof evaluationStages)[number];
/** Of an audit or a dataset, about no person. */
type MeasureFigures = { target: number | null; outcome: number | null; cases: number | null };

type QuestionSet = { stage: Stage; courseId: Id | null; version: number };

export type EvaluationDetails = {
  "evaluations.answered": { stage: Stage };
  /** A form was begun, and kept to be finished later. */
  "evaluations.begun": { stage: Stage };
  /** With their booking, to another date. */
  "evaluations.answers moved": { stage: Stage; fromBookingId: Id };
  /** Of the core, or of a course's own questions. */
  "evaluations.questions drafted": QuestionSet;
  "evaluations.questions changed": { stage: Stage; change: Kind; itemId?: Id };
  /** `also`: the stages whose sets were published anew with it. */
  "evaluations.questions published": QuestionSet & { also: Stage[] };
  "evaluations.questions discarded": QuestionSet;
  "evaluations.course settings changed": { fields: Field[] };
  /** By letter: 0 is the first, the others remind. */
  "evaluations.asked": { stage: "T0" | "T2" | "T3" | "M" | "T4"; number: number };
  /** A coordinator read what somebody wrote; the words themselves are nobody's entry. */
  "evaluations.words read": { of: Kind; outcome: Kind };
  "evaluations.words put back": { of: Kind; before: Kind };
};

/** What is written in a release stays in it: the trail tells which part, and that there was something. */
type ReleaseDetails = {
  "impact.release drafted": { from: CivilDate; until: CivilDate; parts: number };
  "impact.release changed": { fields: Field[] };
  "impact.release narrative written": { section: Kind };
  "impact.release action added": { actionId: Id };
  "impact.release action changed": { actionId: Id };
  "impact.release action removed": { actionId: Id };
  "impact.release action closed": { actionId: Id; as: "done" | "dropped" };
  "impact.release sent for review": { method: Kind };
  "impact.release sent back": Nothing;
  "impact.release commented on": { section: Kind };
  "impact.release signed off": { number: number };
  "impact.release made public": { number: number };
  "impact.release withdrawn": { number: number; wasPublic: boolean };
};

export type ImpactDetails = ReleaseDetails & {
  "impact.practice measure added": { themes: number; courses: number };
  "impact.practice measure changed": { fields: string[]; themes: number; courses: number };
  "impact.practice measure figures written": {
    period: string;
    before: MeasureFigures | null;
    after: MeasureFigures;
    because: Kind | null;
  };
  "impact.practice measures recorded": {
    file: FileName;
    read: number;
    added: number;
    completed: number;
    unchanged: number;
    completedPoints: Id[];
  };
};
