// The deeds of evaluations and of impact in plain words.
import { counted, listed, plainDate, wholeNumber } from "~/shared/format";
import type { AuditAction, AuditDetails } from "./actions";
import { fields, type WordsOf } from "./wording";

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
const questionSet = ({ stage, courseId, version }: AuditDetails["evaluations.questions drafted"]) =>
  `${stageInWords[stage]}, ${courseId === null ? "core" : "a course’s own"}, version ${version}`;

const sectionOf = ({ section }: { section: string }) => section.replaceAll("-", " ");
const numbered = ({ number }: { number: number }) => `number ${number}`;

export const impactWords: WordsOf<ImpactAction> = {
  "evaluations.answered": ["Answered an evaluation", ({ stage }) => stageInWords[stage]],
  "evaluations.begun": ["Began an evaluation", ({ stage }) => stageInWords[stage]],
  "evaluations.answers moved": ["Answers moved with their booking", ({ stage }) => stageInWords[stage]],
  "evaluations.questions drafted": ["Began a new version of the questions", questionSet],
  "evaluations.questions changed": [
    "Changed a draft of the questions",
    ({ stage, change }) => `${stageInWords[stage]}: ${change}`,
  ],
  "evaluations.questions published": [
    "Published questions",
    ({ also, ...set }) =>
      also.length === 0
        ? questionSet(set)
        : `${questionSet(set)}; also ${listed(also.map((stage) => stageInWords[stage]))}`,
  ],
  "evaluations.questions discarded": ["Discarded a draft of the questions", questionSet],
  "evaluations.course settings changed": ["Changed what is asked about a course", fields],
  "evaluations.asked": [
    "Asked for an evaluation",
    ({ stage, number }) => `${stageInWords[stage]}${number === 0 ? "" : `, reminder ${number}`}`,
  ],
  "evaluations.words read": ["Read what somebody wrote", ({ of, outcome }) => `${of}: ${outcome}`],
  "evaluations.words put back": [
    "Put what somebody wrote back to be read",
    ({ of, before }) => `${of}, it was: ${before}`,
  ],
  "impact.release drafted": [
    "Drafted a release of the impact report",
    ({ from, parts }) => `from ${plainDate(from)}, ${counted(parts, "part")} besides the whole`,
  ],
  "impact.release changed": ["Changed a draft release", fields],
  "impact.release narrative written": ["Wrote in a draft release", sectionOf],
  "impact.release action added": ["Added an action to a draft release", () => ""],
  "impact.release action changed": ["Changed an action of a draft release", () => ""],
  "impact.release action removed": ["Removed an action from a draft release", () => ""],
  "impact.release action closed": ["Closed an action of a release", ({ as }) => as],
  "impact.release sent for review": ["Sent a release for review", ({ method }) => `method ${method}`],
  "impact.release sent back": "Sent a release back to be changed",
  "impact.release commented on": ["Commented on a release", sectionOf],
  "impact.release signed off": ["Signed off a release", numbered],
  "impact.release made public": ["Made a release public", numbered],
  "impact.release withdrawn": [
    "Withdrew a release",
    ({ number, wasPublic }) => `number ${number}${wasPublic ? ", which was public" : ""}`,
  ],
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
