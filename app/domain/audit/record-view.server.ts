// Notes that somebody looked at another person's record.
import { prepared, transact } from "db/client";
import { auditEntries } from "db/schema";
import { and, eq, gt, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { hours } from "~/shared/clock";
import { recordAudit } from "./record-audit.server";

/** Looking again within this time is the same look: a page that is loaded again and again floods nothing. */
const oneLook = hours(1);

const looksSince = prepared((db) =>
  db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.aboutPersonId, sql.placeholder("personId")),
        gt(auditEntries.at, sql.placeholder("since")),
        eq(auditEntries.actorPersonId, sql.placeholder("viewerId")),
        // The plus keeps SQLite from starting with every look of everybody.
        sql`+${auditEntries.action} = 'accounts.viewed'`,
      ),
    )
    .limit(1)
    .prepare(),
);

/**
 * Call it where a page shows somebody's record to someone else: one entry per viewer, person and hour. One's own record,
 * and what the system reads, are nobody's look.
 */
export function recordView(ctx: Context, personId: string): void {
  const viewerId = actorPersonId(ctx.actor);
  if (viewerId === null || viewerId === personId) return;
  transact(ctx.db, () => {
    if (looksSince(ctx.db).get({ personId, viewerId, since: ctx.clock.now() - oneLook })) return;
    recordAudit(ctx, {
      action: "accounts.viewed",
      subjectKind: "person",
      subjectId: personId,
      aboutPersonId: personId,
    });
  });
}
