// A draft takes the place of what was asked; the stages that are compared with it get a new version at the same moment.
import { transact } from "db/client";
import { instruments } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { writeItems } from "./draft-items.server";
import { loadSet, loadSets, mustKeepSets } from "./instrument-queries.server";
import type { KeptSet, SetStage } from "./instrument-rules";
import { type Follower, type PublishRefusal, weighPublishing } from "./weigh-publishing.server";

/**
 * Publishes a draft as `weighPublishing` showed it (`fingerprint`; left out: as it is). From then on it is what everybody
 * is asked, and neither it nor its items ever change. Stages that are compared follow in the same step: refusing until
 * the other draft is published could never be met, since each would wait for the other.
 * @throws Forbidden, NotFound
 */
export function publishInstrument(
  ctx: Context,
  { instrumentId, fingerprint }: { instrumentId: string; fingerprint?: string },
): Result<{ version: number; also: SetStage[] }, PublishRefusal> {
  return transact(ctx.db, () => {
    mustKeepSets(ctx);
    if (loadSet(ctx.db, instrumentId).publishedAt !== null) return refused("published");
    const weighed = weighPublishing(ctx, instrumentId);
    if (fingerprint !== undefined && fingerprint !== weighed.fingerprint) return refused("changed since");
    if (weighed.refusal) return refused(weighed.refusal);
    const { set, followers, drafts } = weighed;
    for (const { set: draft, items } of drafts) writeItems(ctx, draft.id, items);
    for (const follower of followers) publishFollower(ctx, follower);
    writeItems(ctx, set.id, set.items);
    ctx.db.update(instruments).set({ publishedAt: ctx.clock.now() }).where(eq(instruments.id, set.id)).run();
    const also = followers.map((one) => one.set.stage);
    record(ctx, set, { version: set.version, also });
    return done({ version: set.version, also });
  });
}

function publishFollower(ctx: Context, { set, items }: Follower): void {
  const version = set.version + 1;
  const draft = loadSets(ctx.db, set.courseId).drafts.find(({ stage }) => stage === set.stage);
  if (draft)
    ctx.db
      .update(instruments)
      .set({ version: version + 1 })
      .where(eq(instruments.id, draft.id))
      .run();
  const { stage, courseId, title, introduction } = set;
  const id = ctx.ids.id();
  const publishedAt = ctx.clock.now();
  ctx.db.insert(instruments).values({ id, stage, courseId, version, title, introduction, publishedAt }).run();
  writeItems(ctx, id, items);
  record(ctx, { ...set, id }, { version, also: [] });
}

function record(
  ctx: Context,
  { id, stage, courseId }: KeptSet,
  told: { version: number; also: SetStage[] },
): void {
  recordAudit(ctx, {
    action: "evaluations.questions published",
    subjectKind: "question set",
    subjectId: id,
    detail: { stage, courseId, ...told },
  });
}
