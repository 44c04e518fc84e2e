// Comments on a release before it is signed: by members of the delivery group, the scrutineer and coordinators.
import { transact } from "db/client";
import { releaseComments } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import type { ReleaseSection, wholeRelease } from "./release";
import { mayComment } from "./release-policy";
import { commentsOf, mustFindRelease } from "./release-queries.server";
import { takesComments } from "./release-rules";

const longestComment = 2000;
export type CommentRefusal = "nothing said" | "too long" | "closed to comments";

/** The last comment again, word for word, is a form sent twice and changes nothing. @throws Forbidden, NotFound */
export function commentOnRelease(
  ctx: Context,
  releaseId: string,
  { section, text }: { section: ReleaseSection | typeof wholeRelease; text: string },
): Result<null, CommentRefusal> {
  return transact(ctx.db, () => {
    const { actor } = ctx;
    if (!mayComment(actor) || actor.kind !== "person") throw new Forbidden("comments on releases");
    const release = mustFindRelease(ctx, releaseId);
    if (!takesComments(release.state)) return refused("closed to comments");
    const written = text.replaceAll("\r\n", "\n").trim();
    if (written === "") return refused("nothing said");
    if (written.length > longestComment) return refused("too long");
    const last = commentsOf(ctx, releaseId).at(-1);
    if (last?.text === written && last.section === section && last.writerId === actor.personId)
      return done(null);

    const id = ctx.ids.id();
    ctx.db
      .insert(releaseComments)
      .values({
        id,
        releaseId,
        section,
        text: written,
        writtenBy: actor.personId,
        writtenAt: ctx.clock.now(),
      })
      .run();
    recordAudit(ctx, {
      action: "impact.release commented on",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { section },
    });
    return done(null);
  });
}
