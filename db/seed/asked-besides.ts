// What is asked about some courses besides what is asked about every one, and what the practice measures ask.
import { setCourseEvaluation } from "~/domain/evaluations/evaluations.server";
import { changePracticeMeasure, listPracticeMeasures } from "~/domain/impact/impact.server";
import { offered } from "./blackpool";
import { known, must, type Seeding } from "./seeding";

const besides: Record<string, { onArrival: boolean; sixMonths: boolean; recall: boolean }> = {
  "neglect-gcp2": { onArrival: true, sixMonths: false, recall: true },
  "domestic-abuse": { onArrival: true, sixMonths: true, recall: false },
};

/** The slugs of courses that ask on arrival too. */
export const asksOnArrival = new Set(Object.keys(besides).filter((slug) => besides[slug]?.onArrival));

export function askBesides(seeding: Seeding, coordinatorId: string): void {
  for (const [slug, wanted] of Object.entries(besides))
    setCourseEvaluation(seeding.as(coordinatorId), { courseId: known(offered, slug).id, ...wanted });
}

/** By the number of the measure: what the audit cycle asks, and the courses that are to move it. */
const measures: Record<string, { question: string; courses: string[] }> = {
  "2": {
    question: "Is the child at the centre of the work?",
    courses: ["learning-from-reviews", "neglect-gcp2"],
  },
  "3": { question: "Do managers see and steer the work?", courses: ["learning-from-reviews"] },
  "4": {
    question: "Are assessments timely, and do they say what it is like to be this child?",
    courses: ["neglect-gcp2", "impact-chronology", "domestic-abuse"],
  },
  "5": {
    question: "Do agencies work together on one plan?",
    courses: ["working-well", "contextual-safeguarding"],
  },
  "6": { question: "Are plans made on time, and do they work?", courses: ["working-well"] },
  "8": { question: "Are plans reviewed on time?", courses: ["impact-chronology"] },
  "10": {
    question: "Do children’s lives get better?",
    courses: ["neglect-gcp2", "domestic-abuse"],
  },
};

/** Ties the measures of 2023 to the training of today that is to move them. */
export function tieMeasures(seeding: Seeding, coordinatorId: string): void {
  for (const { number, name, unit, source } of listPracticeMeasures(seeding)) {
    const { question = null, courses = [] } = measures[number] ?? {};
    must(
      changePracticeMeasure(seeding.as(coordinatorId), {
        ...{ number, name, unit, source, question, better: "higher" },
        themeSlugs: [],
        courseIds: courses.map((slug) => known(offered, slug).id),
      }),
    );
  }
}
