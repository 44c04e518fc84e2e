// Someone takes back learning that they told of, as long as it does not count.
import { transact } from "db/client";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { deleteLearning } from "./forget-learning.server";
import { readLearningRow } from "./learning-rows.server";

/** @throws NotFound for what is not the actor's own */
export function takeBackLearning(ctx: Context, learningId: string): Result<null, "accepted already"> {
  return transact(ctx.db, () => {
    const { id, personId, state } = readLearningRow(ctx, learningId);
    if (state === "accepted") return refused("accepted already");
    deleteLearning(ctx, [id]);
    recordAudit(ctx, {
      action: "certificates.learning taken back",
      subjectKind: "external learning",
      subjectId: id,
      aboutPersonId: personId,
    });
    return done(null);
  });
}
