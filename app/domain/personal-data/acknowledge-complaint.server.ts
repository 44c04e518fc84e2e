// A person at the partnership says that a complaint has been read and will be looked into.

import { transact } from "db/client";
import { dataComplaints } from "db/schema";
import { eq } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { readComplaint } from "./complaint-queries.server";

/** Stops the clock and tells the person; a complaint that was acknowledged stays as it is. @throws Forbidden, NotFound */
export function acknowledgeComplaint(ctx: Context, { complaintId }: { complaintId: string }): void {
  transact(ctx.db, () => {
    const { id, name, email, reference, personId, acknowledgedAt } = readComplaint(ctx, complaintId);
    if (acknowledgedAt !== null) return;
    ctx.db
      .update(dataComplaints)
      .set({ acknowledgedAt: ctx.clock.now(), acknowledgedBy: actorPersonId(ctx.actor) })
      .where(eq(dataComplaints.id, id))
      .run();
    recordAudit(ctx, {
      action: "personal-data.complaint acknowledged",
      subjectKind: "complaint",
      subjectId: id,
      aboutPersonId: personId,
    });
    postMessage(ctx, {
      kind: "complaint acknowledged",
      key: `complaint-acknowledged/${id}`,
      to: { personId, email },
      facts: { personName: name, reference },
    });
  });
}
