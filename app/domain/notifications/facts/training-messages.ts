// What messages about minimums, evaluations, certificates and impact are made from.
import type { BookingFacts, MeetingFacts } from "./session-facts";

export type TrainingMessages = {
  /** To the coordinators: somebody has to decide whether it goes ahead. */
  "minimum not met": {
    personName: string;
    sessionId: string;
    courseTitle: string;
    date: string;
    booked: number;
    minimum: number;
    decideBy: number;
  };
  "end evaluation": BookingFacts;
  /** `number`: 0 the first, 1 and 2 remind. At T0 and T2 the first is part of another letter, so that this reminds. */
  "evaluation due": EvaluationFacts & { stage: "T0" | "T2" | "T3" | "T4" };
  /** To the line manager whom a learner lets us ask. */
  "manager evaluation": EvaluationFacts & { learnerName: string };
  certificate: {
    personName: string;
    change: "given" | "withdrawn";
    courseTitle: string;
    completedOn: string;
    /** The last day it counts; null: it does not run out. */
    expiresOn: string | null;
    number: string;
    /** An earlier one for the same training was withdrawn. */
    replaces: boolean;
  };
  "external learning answered": {
    personName: string;
    learningId: string;
    title: string;
    accepted: boolean;
    validUntil: string | null;
    note: string | null;
  };
  /** To those who read impact figures. `period`: in words, "April to June 2026". */
  "release signed off": {
    personName: string;
    releaseId: string;
    number: number;
    title: string;
    period: string;
  };
};

/** When an evaluation is asked for: before, on arrival, at the end, weeks later, of the line manager, months later. */
export type EvaluationStage = "T0" | "T1" | "T2" | "T3" | "M" | "T4";

/** An evaluation that is answered by a link of its own. */
type EvaluationFacts = {
  personName: string;
  bookingId: string;
  courseTitle: string;
  meetings: MeetingFacts[];
  /** 0 is the first letter, the others remind. */
  number: number;
  /** The last day on which the answer counts. */
  answerBy: string;
  /** How many things the learner said they would do. */
  commitments: number;
};
