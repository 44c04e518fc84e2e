// The messages of everybody, for those who look after them: what needs somebody, what waits, and what became of the rest.

import { deliveryReports, outbox, people } from "db/schema";
import { and, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { MessageFilters, MessageState } from "./message-filters";
import { mustLookAfterMessages } from "./settle.server";
import { withFates } from "./timeline.server";

const inTrouble = and(sql`${outbox.state} in ('failed', 'unsure')`, isNull(outbox.settledAt));

// Written out, not bound, so that SQLite sees that the partial indexes will do.
const neverSent = sql`${outbox.state} in ('failed', 'unsure', 'dropped')`;
const inState: Record<MessageState, SQL | undefined> = {
  trouble: inTrouble,
  waiting: sql`${outbox.state} in ('waiting', 'sending')`,
  failed: sql`${neverSent} and ${outbox.state} = 'failed'`,
  unsure: sql`${neverSent} and ${outbox.state} = 'unsure'`,
  back: inArray(
    outbox.id,
    sql`(select ${deliveryReports.messageId} from ${deliveryReports} where ${deliveryReports.kind} in ('bounced', 'complained'))`,
  ),
  dropped: sql`${neverSent} and ${outbox.state} = 'dropped'`,
  sent: sql`${outbox.state} = 'sent'`,
  all: undefined,
};

/** Where few are looked through they stand by when they were written; in the whole outbox by how they came in. */
const ordered = ({ state, personId, sessionId, who }: MessageFilters): SQL =>
  personId || sessionId || who || state === "trouble" || state === "back" || state === "waiting"
    ? desc(outbox.createdAt)
    : sql`${outbox}."rowid" desc`;

const likely = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

function toWhom(text: string): SQL | undefined {
  const part = likely(text.trim().toLowerCase());
  const known = sql`(select ${people.id} from ${people}
    where lower(${people.name}) like ${part} escape '\\' or lower(${people.email}) like ${part} escape '\\')`;
  return or(
    inArray(outbox.toPersonId, known),
    and(isNull(outbox.toPersonId), eq(sql`lower(${outbox.toEmail})`, text.trim().toLowerCase())),
  );
}

/**
 * Messages that fit, the newest first, a page at a time. How many there are in all is not counted: the outbox is long.
 * @throws Forbidden for anyone but coordinators and administrators
 */
export function listMessages(ctx: Context, filters: MessageFilters, page: { number: number; size: number }) {
  mustLookAfterMessages(ctx);
  const { state, kind, personId, who, sessionId } = filters;
  const rows = ctx.db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      toEmail: outbox.toEmail,
      personId: outbox.toPersonId,
      personName: people.name,
      sessionId: outbox.sessionId,
      state: outbox.state,
      droppedBecause: outbox.droppedBecause,
      createdAt: outbox.createdAt,
      dueAt: outbox.dueAt,
      sentAt: outbox.sentAt,
      problem: outbox.lastProblem,
      again: sql<boolean>`${outbox.againOf} is not null`.mapWith(Boolean),
      settledAt: outbox.settledAt,
      open: sql<boolean>`coalesce(${inTrouble}, 0)`.mapWith(Boolean),
    })
    .from(outbox)
    .leftJoin(people, eq(people.id, outbox.toPersonId))
    .where(
      and(
        inState[state],
        kind ? eq(outbox.kind, kind) : undefined,
        personId ? eq(outbox.toPersonId, personId) : undefined,
        sessionId ? eq(outbox.sessionId, sessionId) : undefined,
        who?.trim() ? toWhom(who) : undefined,
      ),
    )
    .orderBy(ordered(filters), sql`${outbox}."rowid" desc`)
    .limit(page.size + 1)
    .offset((page.number - 1) * page.size)
    .all();
  return { messages: withFates(ctx, rows.slice(0, page.size)), more: rows.length > page.size };
}
