// What is asked about a course besides the core: set once, told of once, and read with every course.
import { expect, test } from "vitest";
import {
  listCourseEvaluations,
  readCourseEvaluation,
  setCourseEvaluation,
} from "~/domain/evaluations/evaluations.server";
import { NotFound } from "~/shared/problems";
import { watch } from "../support-check/ledger";
import { setWorld } from "./set-world";

test("what is asked about a course is set once, told of once, and read with every course", () => {
  const world = setWorld();
  const { me } = world;
  const wanted = { courseId: "course", onArrival: false, sixMonths: true, recall: false };
  const seen = watch(world);
  setCourseEvaluation(me, wanted);
  setCourseEvaluation(me, wanted);
  expect(seen().audit).toMatchObject([
    { action: "evaluations.course settings changed", subjectId: "course", detail: { fields: ["sixMonths"] } },
  ]);
  expect(readCourseEvaluation(me, "course")).toEqual({ onArrival: false, sixMonths: true, recall: false });
  expect(listCourseEvaluations(me)).toMatchObject([
    { slug: "neglect", settings: { sixMonths: true }, own: 0, drafts: 0 },
  ]);
  expect(() => setCourseEvaluation(me, { ...wanted, courseId: "no-such" })).toThrow(NotFound);
});
