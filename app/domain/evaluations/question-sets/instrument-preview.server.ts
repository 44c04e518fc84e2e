// A set as those who are asked will see it: with what a course asks besides, and without telling which answer is right.
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import type { Instrument } from "../evaluations";
import { readCourseEvaluation } from "./course-evaluation-queries.server";
import { loadSet, loadSets, mustKeepSets } from "./instrument-queries.server";
import { itemsOfInstrument } from "./read-instrument.server";

/**
 * What would be asked about a course if this set were published now; of the core also about a course that asks nothing
 * of its own (null). A course's own set is always seen after the core that is asked now.
 * @throws Forbidden, NotFound (also where a course's set is asked for about another course)
 */
export function previewInstrument(
  ctx: Pick<Context, "db" | "actor">,
  { instrumentId, courseId }: { instrumentId: string; courseId: string | null },
): Instrument {
  mustKeepSets(ctx);
  const set = loadSet(ctx.db, instrumentId);
  if (set.courseId !== null && courseId !== null && set.courseId !== courseId)
    throw new NotFound("question set");
  const about = set.courseId ?? courseId;
  const currentOf = (of: string | null) =>
    loadSets(ctx.db, of).current.find(({ stage }) => stage === set.stage) ?? null;
  const core = set.courseId === null ? set : currentOf(null);
  const own = set.courseId === null ? about && currentOf(about) : set;
  const recall = about !== null && readCourseEvaluation(ctx, about).recall;
  const items = [core, own].flatMap((one) => (one ? itemsOfInstrument(ctx, one.id) : []));
  const { title, introduction } = core ?? set;
  return {
    id: (core ?? set).id,
    courseInstrumentId: own ? own.id : null,
    stage: set.stage,
    title,
    introduction,
    items: items.filter(({ kind }) => recall || kind !== "recalled"),
  };
}
