// The deeds of evaluations and of impact in plain words.
import { counted, listed, wholeNumber } from "~/shared/format";
import type { AuditAction, AuditDetails } from "./actions";
import type { WordsOf } from "./wording";

type ImpactAction = Extract<AuditAction, `${"evaluations" | "impact"}.${string}`>;

const stageInWords: Record<AuditDetails["evaluations.answered"]["stage"], string> = {
  T0: "before the training",
  T1: "on arrival",
  T2: "at the end of the training",
  T3: "weeks later",
  M: "by the line manager",
  T4: "six months later",
};
const training = ({ themes, courses }: { themes: number; courses: number }) =>
  `${counted(themes, "theme")}, ${counted(courses, "course")}`;

export const impactWords: WordsOf<ImpactAction> = {
  "evaluations.answered": ["Answered an evaluation", ({ stage }) => stageInWords[stage]],
  "evaluations.answers moved": ["Answers moved with their booking", ({ stage }) => stageInWords[stage]],
  "impact.practice measure added": ["Added a practice measure", training],
  "impact.practice measure changed": [
    "Changed a practice measure",
    ({ fields, ...links }) => `${listed(fields)}; ${training(links)}`,
  ],
  "impact.practice measure figures written": [
    "Wrote figures of a practice measure",
    ({ period, before, because }) =>
      `${period}${before ? ", instead of others" : ""}${because === null ? "" : `: ${because}`}`,
  ],
  "impact.practice measures recorded": [
    "Imported practice measures",
    ({ file, added, completed }) => `${file}: ${wholeNumber(added)} new, ${wholeNumber(completed)} completed`,
  ],
};
