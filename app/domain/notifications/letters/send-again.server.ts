// A letter that failed, or may not have arrived, is sent again because a person says so.

import { transact } from "db/client";
import { outbox } from "db/schema";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { done, type Result, refused } from "~/shared/result";
import { isMessageKind, isSecret } from "../notifications";
import type { Facts } from "../sending/timing.server";
import { addressOf, laterLetter, postedAgain } from "./send-again-queries.server";
import { mustLookAfterMessages, readMessage, settleRow } from "./settle.server";

/**
 * It is not in trouble, or was seen to; a later letter about the same place has gone since; the link in it has run out
 * or its kind has no words any more; what it said has been cleared away.
 */
export type WhyNotAgain = "not in trouble" | "overtaken" | "run out" | "cleared";

/**
 * Posts the letter anew, to the address that the person has now, and marks the old one as seen to. Asked again, it
 * gives the letter that was posted the first time.
 * @throws NotFound, Forbidden
 */
export function sendAgain(ctx: Context, id: string): Result<{ messageId: string }, WhyNotAgain> {
  return transact(ctx.db, () => {
    mustLookAfterMessages(ctx);
    const letter = readMessage(ctx, id);
    const posted = postedAgain(ctx.db).get({ key: keyOf(id) });
    if (posted) return done({ messageId: posted.id });
    if ((letter.state !== "failed" && letter.state !== "unsure") || letter.settledAt !== null)
      return refused("not in trouble");
    const { facts } = letter;
    if (facts === null || Object.keys(facts).length === 0) return refused("cleared");
    if (!isMessageKind(letter.kind) || isSecret(letter.kind)) return refused("run out");
    if (letter.stream !== null && laterLetter(ctx.db).get(placeInStream(letter, facts)))
      return refused("overtaken");

    const person = letter.toPersonId === null ? undefined : addressOf(ctx.db).get({ id: letter.toPersonId });
    if (person?.erased) return refused("cleared");
    const now = ctx.clock.now();
    const messageId = ctx.ids.id();
    const { kind, toPersonId, priority, sessionId, stream, topic } = letter;
    ctx.db
      .insert(outbox)
      .values({
        ...{ id: messageId, key: keyOf(id), kind, toPersonId, facts, priority, sessionId, stream, topic },
        toEmail: person?.email ?? letter.toEmail,
        againOf: id,
        state: "waiting",
        createdAt: now,
        dueAt: now,
      })
      .run();
    settleRow(ctx, id);
    recordAudit(ctx, {
      action: "notifications.sent again",
      subjectKind: "message",
      subjectId: id,
      aboutPersonId: toPersonId,
      detail: { kind, before: letter.state },
    });
    return done({ messageId });
  });
}

/** One that fails as well is sent again under its own. */
const keyOf = (id: string) => `again/${id}/1`;

const placeInStream = ({ row, sessionId, stream }: ReturnType<typeof readMessage>, facts: Facts) => ({
  ...{ row, sessionId, stream },
  revision: facts.revision ?? null,
});
