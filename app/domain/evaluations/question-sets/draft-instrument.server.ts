// A new version of a question set is begun: a copy of what is asked now, which nobody is asked until it is published.
import { transact } from "db/client";
import { courses, instruments } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { NotFound } from "~/shared/problems";
import { writeItems } from "./draft-items.server";
import { loadSets, mustKeepSets } from "./instrument-queries.server";
import { comparedStages, type KeptItem, type KeptSet, type SetStage } from "./instrument-rules";

const titles: Record<SetStage, string> = {
  T0: "Before the training",
  T1: "On arrival",
  T2: "At the end of the training",
  T3: "Two months on",
  M: "What have you seen at work?",
  T4: "Six months on",
};

/** A stage that asks nothing yet begins with what is compared across stages. */
function firstItems(stage: SetStage, current: KeptSet[]): KeptItem[] {
  if (!comparedStages.includes(stage)) return [];
  const like = current.find((set) => comparedStages.includes(set.stage));
  return like?.items.filter(({ kind }) => kind === "confidence" || kind === "scenario") ?? [];
}

/**
 * Begins a draft for a stage: of the core, or of a course's own questions. Where there is one already it is that one.
 * @throws Forbidden, NotFound (the course)
 */
export function draftInstrument(
  ctx: Context,
  { stage, courseId }: { stage: SetStage; courseId: string | null },
): { instrumentId: string } {
  return transact(ctx.db, () => {
    mustKeepSets(ctx);
    if (courseId !== null && !ctx.db.select().from(courses).where(eq(courses.id, courseId)).get())
      throw new NotFound("course");
    const { current, drafts } = loadSets(ctx.db, courseId);
    const begun = drafts.find((set) => set.stage === stage);
    if (begun) return { instrumentId: begun.id };
    const before = current.find((set) => set.stage === stage);
    const instrumentId = ctx.ids.id();
    const version = (before?.version ?? 0) + 1;
    ctx.db
      .insert(instruments)
      .values({
        id: instrumentId,
        stage,
        courseId,
        version,
        title: before?.title ?? titles[stage],
        introduction: before?.introduction ?? "",
      })
      .run();
    writeItems(ctx, instrumentId, before?.items ?? firstItems(stage, current));
    recordAudit(ctx, {
      action: "evaluations.questions drafted",
      subjectKind: "question set",
      subjectId: instrumentId,
      detail: { stage, courseId, version },
    });
    return { instrumentId };
  });
}
