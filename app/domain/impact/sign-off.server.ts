// Signs a release: a member of the delivery group who did not draft it, and from then on it has a number for good.
import { transact } from "db/client";
import { releases } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { Forbidden } from "~/shared/problems";
import { done, type Result, refused } from "~/shared/result";
import { maySignOff } from "./release-policy";
import {
  lastNumber,
  listSigned,
  mustFindRelease,
  readFigures,
  whoHearOfReleases,
} from "./release-queries.server";
import { stateAfter } from "./release-rules";

/** `out of date`: another was signed or withdrawn since it was frozen, so it was not compared with the last one. */
export type SignOffRefusal = "not in review" | "out of date";

/** Numbers follow one another without a gap, whoever signs at the same moment. @throws Forbidden, NotFound */
export function signOff(ctx: Context, releaseId: string): Result<{ number: number }, SignOffRefusal> {
  return transact(ctx.db, () => {
    const { actor } = ctx;
    const release = mustFindRelease(ctx, releaseId);
    if (!maySignOff(actor, release) || actor.kind !== "person") throw new Forbidden("signing a release");
    const state = stateAfter(release.state, "sign off");
    const paper = readFigures(ctx, releaseId)?.paper;
    if (!state || !paper) return refused("not in review");
    const [last] = listSigned(ctx);
    if ((last?.id ?? null) !== (paper.since?.releaseId ?? null)) return refused("out of date");

    const number = lastNumber(ctx) + 1;
    ctx.db
      .update(releases)
      .set({ state, number, signedOffAt: ctx.clock.now(), signedOffBy: actor.personId })
      .where(eq(releases.id, releaseId))
      .run();
    recordAudit(ctx, {
      action: "impact.release signed off",
      subjectKind: "release",
      subjectId: releaseId,
      detail: { number },
    });
    for (const { id, name, email } of whoHearOfReleases(ctx))
      postMessage(ctx, {
        kind: "release signed off",
        key: `release signed off/${releaseId}/${id}`,
        to: { personId: id, email },
        facts: { personName: name, releaseId, number, title: paper.title, period: paper.periodInWords },
      });
    return done({ number });
  });
}
