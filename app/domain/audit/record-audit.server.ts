// Appends to the audit trail: every command writes here in its own transaction.

import { prepared } from "db/client";
import { auditEntries } from "db/schema";
import { sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import type { AuditAction, AuditDetails } from "./actions";

type Entry = {
  [Action in AuditAction]: {
    action: Action;
    /** What it was done to: "booking" and its id. */
    subjectKind: string;
    subjectId: string;
    aboutPersonId?: string | null;
  } & (AuditDetails[Action] extends undefined ? { detail?: undefined } : { detail: AuditDetails[Action] });
}[AuditAction];

const insertEntry = prepared((db) =>
  db
    .insert(auditEntries)
    .values({
      at: sql.placeholder("at"),
      actorKind: sql.placeholder("actorKind"),
      actorPersonId: sql.placeholder("actorPersonId"),
      action: sql.placeholder("action"),
      subjectKind: sql.placeholder("subjectKind"),
      subjectId: sql.placeholder("subjectId"),
      aboutPersonId: sql.placeholder("aboutPersonId"),
      screen: sql.placeholder("screen"),
      detail: sql.placeholder("detail"),
    })
    .prepare(),
);

/**
 * Appends one entry to the audit trail.
 * @throws Error outside a transaction: an entry stands or falls with the change it tells of.
 */
export function recordAudit(ctx: Context, entry: Entry): void {
  if (!ctx.db.$client.inTransaction)
    throw new Error("An audit entry belongs in the transaction of its change.");
  insertEntry(ctx.db).run({
    at: ctx.clock.now(),
    actorKind: ctx.actor.kind,
    actorPersonId: actorPersonId(ctx.actor),
    action: entry.action,
    subjectKind: entry.subjectKind,
    subjectId: entry.subjectId,
    aboutPersonId: entry.aboutPersonId ?? null,
    screen: ctx.screen,
    detail: entry.detail ?? {},
  });
}
