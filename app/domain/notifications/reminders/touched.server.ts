// Which sessions something was written about since the last look: what is worked out from bookings is worked out again for
// those alone. Everything that changes leaves an entry in the audit trail, whose ids rise in the order of their commits.
import { type Db, prepared, transact } from "db/client";
import { auditEntries, bookings } from "db/schema";
import { max, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { hours } from "~/shared/clock";

/** What time alone changes, and what somebody put right by hand, waits for a look at everything no longer than this. */
const atMost = hours(1);

type Look = { entry: number; allAt: number };
// Not kept on disk: after a restart everything is looked at once.
const looks = new WeakMap<Db, Map<string, Look>>();

const newestEntry = prepared((db) =>
  db
    .select({ id: max(auditEntries.id) })
    .from(auditEntries)
    .prepare(),
);

const touchedSince = prepared((db) =>
  db
    .selectDistinct({ sessionId: sql<string>`session_id` })
    .from(
      sql`(
        select ${auditEntries.subjectId} as session_id from ${auditEntries}
          where ${auditEntries.id} > ${sql.placeholder("entry")} and ${auditEntries.subjectKind} = 'session'
        union all
        select ${bookings.sessionId} from ${auditEntries} inner join ${bookings} on ${bookings.id} = ${auditEntries.subjectId}
          where ${auditEntries.id} > ${sql.placeholder("entry")} and ${auditEntries.subjectKind} = 'booking'
        union all
        select ${bookings.sessionId} from ${auditEntries} inner join ${bookings}
          on ${bookings.personId} in (${auditEntries.subjectId}, ${auditEntries.aboutPersonId})
          where ${auditEntries.id} > ${sql.placeholder("entry")} and ${auditEntries.subjectKind} = 'person')`,
    )
    .prepare(),
);

/**
 * Runs `work` in one transaction for the sessions that were written about since it last ran through under this name, or for
 * all (null): the first time and once an hour. Nothing written: nothing run.
 * @returns what `work` returns, or 0
 */
export function forTouchedSessions(
  ctx: Context,
  name: string,
  work: (sessionIds: string[] | null) => number,
): number {
  const now = ctx.clock.now();
  const own = looks.get(ctx.db) ?? new Map<string, Look>();
  looks.set(ctx.db, own);
  const last = own.get(name);
  const seen = transact(ctx.db, () => {
    const entry = newestEntry(ctx.db).get()?.id ?? 0;
    // A look in the future is a clock that was wrong: it tells nothing.
    const all = !last || now - last.allAt >= atMost || now < last.allAt;
    if (!all && entry === last.entry) return null;
    const touched = all ? null : touchedSince(ctx.db).all({ entry: last.entry });
    const sessionIds = touched?.map(({ sessionId }) => sessionId) ?? null;
    const done = sessionIds?.length === 0 ? 0 : work(sessionIds);
    return { done, look: { entry, allAt: all ? now : last.allAt } };
  });
  // Only now: had the transaction failed, the same sessions are looked at again.
  if (seen) own.set(name, seen.look);
  return seen?.done ?? 0;
}
