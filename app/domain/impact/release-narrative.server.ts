// "So what?": what the partnership makes of the figures of one section, written into a draft.
import { transact } from "db/client";
import { releaseNarratives } from "db/schema";
import { and, eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { ReleaseSection } from "./release";
import { mayDraftRelease } from "./release-policy";
import { mustFindRelease, narrativesOf } from "./release-queries.server";
import { mayBeChanged } from "./release-rules";

/** Characters; more would bury the figures. */
const longestNarrative = 3000;
export type NarrativeRefusal = "not a draft" | "too long";

/** Blank takes it out; the same again changes nothing. @throws Forbidden, NotFound */
export function writeNarrative(
  ctx: Context,
  releaseId: string,
  { section, text }: { section: ReleaseSection; text: string },
): Result<null, NarrativeRefusal> {
  return transact(ctx.db, () => {
    if (!mayDraftRelease(ctx.actor)) throw new Forbidden("releases");
    const release = mustFindRelease(ctx, releaseId);
    if (!mayBeChanged(release.state)) return refused("not a draft");
    const written = text.replaceAll("\r\n", "\n").trim();
    if (written.length > longestNarrative) return refused("too long");
    const before = narrativesOf(ctx, releaseId).find((row) => row.section === section)?.text ?? "";
    if (written === before) return done(null);

    ctx.db
      .delete(releaseNarratives)
      .where(and(eq(releaseNarratives.releaseId, releaseId), eq(releaseNarratives.section, section)))
      .run();
    if (written !== "") ctx.db.insert(releaseNarratives).values({ releaseId, section, text: written }).run();
    recordAudit(ctx, {
      action: "impact.release narrative written",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { section },
    });
    return done(null);
  });
}
