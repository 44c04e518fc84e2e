// A complaint is answered: the words are kept and sent, once.

import { transact } from "db/client";
import { dataComplaints } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { done, type Result, refused } from "~/shared/result";
import { readComplaint } from "./complaint-queries.server";

export type AnswerRefusal = "already answered";

/**
 * Answers a complaint; an answer within the 30 days is its acknowledgement too. The same answer again changes nothing.
 * @throws Forbidden, NotFound
 */
export function answerComplaint(
  ctx: Context,
  { complaintId, answer }: { complaintId: string; answer: string },
): Result<null, AnswerRefusal> {
  return transact(ctx.db, () => {
    const complaint = readComplaint(ctx, complaintId);
    const { id, name, email, reference, personId } = complaint;
    if (complaint.answer !== null)
      return complaint.answer === answer ? done(null) : refused("already answered");

    const now = ctx.clock.now();
    const by = actorPersonId(ctx.actor);
    const alsoAcknowledged = complaint.acknowledgedAt === null;
    ctx.db
      .update(dataComplaints)
      .set({
        ...(alsoAcknowledged && { acknowledgedAt: now, acknowledgedBy: by }),
        answeredAt: now,
        answeredBy: by,
        answer,
      })
      .where(eq(dataComplaints.id, id))
      .run();
    recordAudit(ctx, {
      action: "personal-data.complaint answered",
      subjectKind: "complaint",
      subjectId: id,
      aboutPersonId: personId,
      detail: { acknowledgedToo: alsoAcknowledged },
    });
    postMessage(ctx, {
      kind: "complaint answered",
      key: `complaint-answered/${id}`,
      to: { personId, email },
      facts: { personName: name, reference, answer },
    });
    return done(null);
  });
}
