// The deeds of evaluations and of impact, and what each entry says besides: never what somebody answered or wrote.
import type { evaluationStages } from "db/schema";
import type { FileName, Id, Kind } from "./action-parts";

type Stage = (typeof evaluationStages)[number];
/** Of an audit or a dataset, about no person. */
type MeasureFigures = { target: number | null; outcome: number | null; cases: number | null };

export type EvaluationDetails = {
  "evaluations.answered": { stage: Stage };
  /** With their booking, to another date. */
  "evaluations.answers moved": { stage: Stage; fromBookingId: Id };
};

export type ImpactDetails = {
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
