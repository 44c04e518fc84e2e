// What a trainer is told once the last register is finished: until when the end evaluation is open, and what it asks.
import type { Register } from "~/domain/bookings/bookings.server";
import { endEvaluationCloses, readInstrument } from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import type { Visit } from "~/web/enter.server";

const came = ["attended", "partly attended"];

/** Null until every register of the session is finished, and when nobody came. */
export function endEvaluationOf(visit: Visit, register: Register) {
  const { session, allTakenAt } = register;
  const invited = register.people.filter((person) => came.includes(person.state)).length;
  if (allTakenAt === null || invited === 0) return null;
  return {
    open: visit.clock.now() < endEvaluationCloses(allTakenAt),
    closesAt: endEvaluationCloses(allTakenAt),
    invited,
    questions: questionsAsked(visit, session.courseId),
  };
}

/** The wording of each question, or none where no question set has been set up. */
function questionsAsked(visit: Visit, courseId: string): string[] {
  try {
    return readInstrument(visit, "T2", courseId).items.map((item) => item.wording);
  } catch (problem) {
    if (problem instanceof NotFound) return [];
    throw problem;
  }
}
