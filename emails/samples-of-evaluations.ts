// Samples of letters that ask for an evaluation.
import { type Sample, sampleBooking, sampleRecipient } from "./sample-facts";

const sampleAsked = {
  personName: sampleRecipient.name,
  bookingId: sampleBooking.bookingId,
  courseTitle: sampleBooking.courseTitle,
  meetings: sampleBooking.meetings,
  number: 0,
  answerBy: "2027-02-16",
  commitments: 2,
};
const sampleManager = { personName: "there", learnerName: sampleRecipient.name };

export type EvaluationKind = "end evaluation" | "evaluation due" | "manager evaluation";

export const evaluationSamples: { [Kind in EvaluationKind]: Sample<Kind>[] } = {
  "end evaluation": [{ title: "after one day", facts: sampleBooking }],
  "evaluation due": [
    {
      title: "before the training, not answered yet",
      facts: { ...sampleAsked, stage: "T0", number: 1, answerBy: "2026-11-24", commitments: 0 },
    },
    {
      title: "just after the training, not answered yet",
      facts: { ...sampleAsked, stage: "T2", number: 1, answerBy: "2026-11-26", commitments: 0 },
    },
    { title: "some weeks later", facts: { ...sampleAsked, stage: "T3" } },
    { title: "the last reminder", facts: { ...sampleAsked, stage: "T3", number: 2, commitments: 1 } },
    { title: "six months later", facts: { ...sampleAsked, stage: "T4", commitments: 0 } },
    { title: "six months later, a reminder", facts: { ...sampleAsked, stage: "T4", number: 1 } },
  ],
  "manager evaluation": [
    { title: "to a manager without an account", facts: { ...sampleAsked, ...sampleManager } },
    {
      title: "a reminder, of someone who wrote down nothing",
      facts: { ...sampleAsked, ...sampleManager, number: 1, commitments: 0 },
    },
  ],
};
