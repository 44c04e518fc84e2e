// Someone complains about how their data is used: kept with its clock, and told to them and to the partnership.

import { prepared, transact } from "db/client";
import { dataComplaints } from "db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { readPartnership } from "~/domain/accounts/accounts.server";
import { recordAudit } from "~/domain/audit/audit.server";
import { actorPersonId, type Context } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { acknowledgeBy } from "./complaint-clock";
import type { ComplaintForm } from "./complaint-forms";

const sameAndOpen = prepared((db) =>
  db
    .select({ reference: dataComplaints.reference })
    .from(dataComplaints)
    .where(
      and(
        eq(sql`lower(${dataComplaints.email})`, sql.placeholder("email")),
        eq(dataComplaints.text, sql.placeholder("text")),
        isNull(dataComplaints.answeredAt),
      ),
    )
    .prepare(),
);

/**
 * Keeps a complaint. Anyone may make one, with an account or without; the same words again while the first are open
 * change nothing. @returns the reference to quote
 */
export function receiveComplaint(ctx: Context, form: ComplaintForm): { reference: string } {
  return transact(ctx.db, () => {
    const same = sameAndOpen(ctx.db).get({ email: form.email.toLowerCase(), text: form.text });
    if (same) return same;

    const id = ctx.ids.id();
    const reference = ctx.ids.reference();
    const receivedAt = ctx.clock.now();
    const personId = actorPersonId(ctx.actor);
    ctx.db
      .insert(dataComplaints)
      .values({ id, reference, receivedAt, personId, ...form })
      .run();
    // What was written stays out of the trail: it is read on the complaint's own page.
    recordAudit(ctx, {
      action: "personal-data.complaint received",
      subjectKind: "complaint",
      subjectId: id,
      aboutPersonId: personId,
    });
    const by = acknowledgeBy(receivedAt);
    postMessage(ctx, {
      kind: "complaint received",
      key: `complaint-received/${id}`,
      to: { personId, email: form.email },
      facts: { personName: form.name, reference, receivedAt, acknowledgeBy: by },
    });
    const { contactName, contactEmail } = readPartnership(ctx);
    postMessage(ctx, {
      kind: "complaint to acknowledge",
      key: `complaint-to-acknowledge/${id}`,
      to: { personId: null, email: contactEmail },
      facts: { personName: contactName, complaintId: id, reference, acknowledgeBy: by },
    });
    return { reference };
  });
}
