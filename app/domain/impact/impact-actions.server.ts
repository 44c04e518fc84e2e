// The actions of a draft: from a finding to who does what by when, and the measure that is to show it.
import { transact } from "db/client";
import { impactActions, practiceMeasures } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { civilDateAt } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { ImpactAction } from "./release";
import { mayDraftRelease } from "./release-policy";
import { actionsOf, mustFindRelease } from "./release-queries.server";
import { mayBeChanged } from "./release-rules";

export type ActionRefusal = "not a draft" | "in the past" | "no such measure";

/** Adds an action, or changes the one with this id. @throws Forbidden, NotFound */
export function setAction(
  ctx: Context,
  releaseId: string,
  { id, ...action }: Omit<ImpactAction, "id"> & { id: string | null },
): Result<{ actionId: string }, ActionRefusal> {
  return transact(ctx.db, () => {
    const actions = draftActions(ctx, releaseId);
    if (!actions) return refused("not a draft");
    const before = id === null ? null : actions.find((one) => one.id === id);
    if (before === undefined) throw new NotFound("action");
    if (action.dueOn < civilDateAt(ctx.clock.now())) return refused("in the past");
    if (action.measureNumber !== null && !isMeasure(ctx, action.measureNumber))
      return refused("no such measure");

    const actionId = before?.id ?? ctx.ids.id();
    const position = before?.position ?? (actions.at(-1)?.position ?? 0) + 1;
    if (before) ctx.db.update(impactActions).set(action).where(eq(impactActions.id, before.id)).run();
    else
      ctx.db
        .insert(impactActions)
        .values({ id: actionId, releaseId, position, ...action })
        .run();
    recordAudit(ctx, {
      action: before ? "impact.release action changed" : "impact.release action added",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { actionId },
    });
    return done({ actionId });
  });
}

/** Takes an action out of a draft; one that is gone already changes nothing. @throws Forbidden, NotFound */
export function removeAction(ctx: Context, releaseId: string, actionId: string): Result<null, "not a draft"> {
  return transact(ctx.db, () => {
    const actions = draftActions(ctx, releaseId);
    if (!actions) return refused("not a draft");
    if (!actions.some(({ id }) => id === actionId)) return done(null);
    ctx.db.delete(impactActions).where(eq(impactActions.id, actionId)).run();
    recordAudit(ctx, {
      action: "impact.release action removed",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { actionId },
    });
    return done(null);
  });
}

function draftActions(ctx: Context, releaseId: string) {
  if (!mayDraftRelease(ctx.actor)) throw new Forbidden("releases");
  const release = mustFindRelease(ctx, releaseId);
  return mayBeChanged(release.state) ? actionsOf(ctx, releaseId) : null;
}

const isMeasure = (ctx: Context, number: string) =>
  ctx.db.select().from(practiceMeasures).where(eq(practiceMeasures.number, number)).get() !== undefined;
