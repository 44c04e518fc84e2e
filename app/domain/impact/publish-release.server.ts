// Makes a signed release public: anyone may read it from then on.
import { transact } from "db/client";
import { releases } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { mayPublish } from "./release-policy";
import { mustFindRelease } from "./release-queries.server";
import { isStanding } from "./release-rules";

/** One that is public already stays so. @throws Forbidden, NotFound */
export function publishRelease(ctx: Context, releaseId: string): Result<null, "not signed off"> {
  return transact(ctx.db, () => {
    if (!mayPublish(ctx.actor)) throw new Forbidden("publishing a release");
    const release = mustFindRelease(ctx, releaseId);
    if (!isStanding(release.state) || release.number === null) return refused("not signed off");
    if (release.publicAt !== null) return done(null);

    ctx.db.update(releases).set({ publicAt: ctx.clock.now() }).where(eq(releases.id, releaseId)).run();
    recordAudit(ctx, {
      action: "impact.release made public",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { number: release.number },
    });
    return done(null);
  });
}
