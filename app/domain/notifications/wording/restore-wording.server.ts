// Back to the words that a kind of letter came with. What it had before stays in its history.
import { transact } from "db/client";
import { wordings } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { isMessageKind } from "../message-kinds";
import { mayWord } from "./wording";
import { currentWords } from "./wording.server";

/**
 * From now on the kind has the words it came with. Where it has them already, nothing changes.
 * @throws Forbidden, NotFound for a kind that this version has no letter for
 */
export function restoreWording(ctx: Context, kind: string): void {
  transact(ctx.db, () => {
    const personId = actorPersonId(ctx.actor);
    if (!mayWord(ctx.actor) || personId === null) throw new Forbidden("wording");
    if (!isMessageKind(kind)) throw new NotFound("kind of letter");
    if (currentWords(ctx, kind) === null) return;
    ctx.db.insert(wordings).values({ kind, savedAt: ctx.clock.now(), savedBy: personId }).run();
    recordAudit(ctx, {
      action: "notifications.wording restored",
      subjectKind: "wording",
      subjectId: kind,
      detail: { kind },
    });
  });
}
