// A course asks for something to have been done first: another course, training in a competency, or an e-learning.
import { transact } from "db/client";
import { coursePrerequisites } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { Prerequisite } from "./booking-rules";
import { readBookingRules } from "./booking-rules.server";
import { mayRunCatalogue } from "./policy";
import { isThere, lastPosition, needsBetweenCourses, titlesOf } from "./prerequisite-queries.server";
import { alike, circleOf, isSpan } from "./rules";

/** `of`: the id of the course or competency, or the e-learning's name. */
export type GivenPrerequisite = {
  kind: Prerequisite["kind"];
  of: string;
  /** How recently, in months; null: ever. */
  withinMonths: number | null;
};
export type PrerequisiteRefusal =
  | { kind: "no such thing" | "asked for already" | "not a number of months" | "the course itself" }
  /** The titles from the course that would be asked for back to this one. */
  | { kind: "circle"; titles: string[] };

/** @throws Forbidden, NotFound */
export function addPrerequisite(
  ctx: Context,
  { courseId, kind, of, withinMonths }: GivenPrerequisite & { courseId: string },
): Result<{ prerequisiteId: string }, PrerequisiteRefusal> {
  if (!mayRunCatalogue(ctx.actor)) throw new Forbidden("booking rules");
  return transact(ctx.db, () => {
    const { prerequisites } = readBookingRules(ctx, courseId);
    const requiredCourseId = kind === "course" ? of : null;
    const competencyId = kind === "competency" ? of : null;
    const eLearning = kind === "e-learning" ? of.trim() : null;
    if (!isSpan(withinMonths)) return refused({ kind: "not a number of months" });
    if (requiredCourseId === courseId) return refused({ kind: "the course itself" });
    if (!isThere(ctx, { requiredCourseId, competencyId, eLearning }))
      return refused({ kind: "no such thing" });
    const same = (one: Prerequisite) =>
      one.kind === kind &&
      (kind === "e-learning"
        ? alike(one.name) === alike(of)
        : (one.requiredCourseId ?? one.competencyId) === of);
    if (prerequisites.some(same)) return refused({ kind: "asked for already" });
    const circle =
      requiredCourseId === null ? null : circleOf(needsBetweenCourses(ctx), courseId, requiredCourseId);
    if (circle) return refused({ kind: "circle", titles: titlesOf(ctx, circle) });

    const prerequisiteId = ctx.ids.id();
    const position = lastPosition(ctx, courseId) + 1;
    const row = { id: prerequisiteId, courseId, kind, requiredCourseId, competencyId, eLearning };
    ctx.db
      .insert(coursePrerequisites)
      .values({ ...row, withinMonths, position })
      .run();
    recordAudit(ctx, {
      action: "catalogue.prerequisite added",
      subjectKind: "course",
      subjectId: courseId,
      detail: { prerequisiteId, kind, withinMonths },
    });
    return done({ prerequisiteId });
  });
}
