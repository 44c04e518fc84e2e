// Whether we changed a session under somebody's booking too late for them to give it up without a charge.
import { prepared } from "db/client";
import { auditEntries, bookingChanges, bookings } from "db/schema";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { TermsRules } from "~/domain/terms/terms";
import { noticeGiven } from "~/domain/terms/terms.server";
import { days } from "~/shared/clock";

/** How long somebody has to see that they cannot come at the new time. */
const toNotice = days(2);

// The audit trail is the only record of when a session changed. Another room in the same building is no reason to stay away.
const lastChanged = prepared((db) =>
  db
    .select({ at: sql<number | null>`max(${auditEntries.at})` })
    .from(bookings)
    .innerJoin(
      auditEntries,
      and(
        eq(auditEntries.subjectKind, "session"),
        eq(auditEntries.subjectId, bookings.sessionId),
        gt(auditEntries.at, bookings.createdAt),
      ),
    )
    .where(
      and(
        eq(bookings.id, sql.placeholder("bookingId")),
        sql`(${auditEntries.action} = 'sessions.postponed' or (${auditEntries.action} = 'sessions.changed' and exists (
          select 1 from json_each(${auditEntries.detail}, '$.fields') as field
          where field.value in ('meetings', 'how it takes place', 'venue'))))`,
      ),
    )
    .prepare(),
);

/** A coordinator who moves somebody to another date sets that date for them, as if it were changed. */
const movedByUs = prepared((db) =>
  db
    .select({ at: bookingChanges.at })
    .from(bookingChanges)
    .where(
      and(
        eq(bookingChanges.bookingId, sql.placeholder("bookingId")),
        isNull(bookingChanges.fromState),
        eq(bookingChanges.cause, "moved"),
        eq(bookingChanges.actedAs, "coordinator"),
      ),
    )
    .prepare(),
);

/**
 * Whether its session got another time, way or venue after a booking was made, and whoever gave it up two days after
 * that would have been charged. Then giving it up costs nothing, whenever.
 */
export function changedTooLate(
  ctx: Pick<Context, "db">,
  bookingId: string,
  { rules, startsAt }: { rules: Pick<TermsRules, "notice">; startsAt: number },
): boolean {
  const at = lastChanged(ctx.db).get({ bookingId })?.at ?? movedByUs(ctx.db).get({ bookingId })?.at ?? null;
  return at !== null && noticeGiven(rules, { at: at + toNotice, startsAt }).percent !== null;
}
