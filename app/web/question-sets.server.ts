// Whose questions a set holds, and where one goes back to from it.
import type { KeptSet } from "~/domain/evaluations/evaluations";
import { readAskedCourse } from "~/domain/evaluations/evaluations.server";
import type { SignedInVisit } from "./enter.server";
import { paths } from "./paths";

/** Its course, if it is one's own; what to call it; and the page that lists it. @throws NotFound */
export function whoseSet(visit: SignedInVisit, { courseId }: Pick<KeptSet, "courseId">) {
  if (courseId === null)
    return {
      course: null,
      name: "Core questions",
      back: "Evaluation questions",
      href: paths.manageEvaluations(),
    };
  const course = readAskedCourse(visit, courseId);
  return {
    course,
    name: `Own questions of ${course.title}`,
    back: course.title,
    href: paths.manageCourseEvaluations(course.slug),
  };
}

/** That page, telling what was done. */
export const listWith = ({ course }: ReturnType<typeof whoseSet>, done: "discarded" | "published") =>
  course ? paths.manageCourseEvaluations(course.slug, done) : paths.manageEvaluations({ done });
