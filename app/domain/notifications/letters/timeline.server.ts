// A person's messages: what was sent and how it fared, and what is still to come.

import { type Db, prepared } from "db/client";
import { deliveryReports, outbox, reminders } from "db/schema";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type Actor, actorPersonId, type Context, holds } from "~/domain/context";
import { groupBy } from "~/shared/group-by";
import { Forbidden } from "~/shared/problems";
import { type Fate, fateOf, type SaidOfLetter } from "./timeline";

export type TimelineLetter = {
  id: string;
  kind: string;
  subject: string | null;
  createdAt: number;
  fate: Fate;
  /** When that was so; null while nothing has happened. */
  at: number | null;
};

type Reader = Pick<Context, "db"> & { actor: Actor };

function mustBeTheirs(ctx: Reader, personId: string): void {
  const allowed = actorPersonId(ctx.actor) === personId || holds(ctx.actor, "coordinator", "admin");
  if (!allowed) throw new Forbidden("someone else's messages");
}

const lettersTo = prepared((db) =>
  db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      state: outbox.state,
      droppedBecause: outbox.droppedBecause,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.toPersonId, sql.placeholder("personId")))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .prepare(),
);

const countTo = prepared((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(outbox)
    .where(eq(outbox.toPersonId, sql.placeholder("personId")))
    .prepare(),
);

type Sent = { id: string } & Pick<typeof outbox.$inferSelect, "state" | "droppedBecause" | "sentAt">;

/** Letters of the outbox with what became of them: one more read, however many there are. */
export function withFates<Letter extends Sent>(
  ctx: Pick<Context, "db">,
  letters: readonly Letter[],
): (Omit<Letter, "state" | "droppedBecause" | "sentAt"> & { fate: Fate; at: number | null })[] {
  const said = reportsOf(
    ctx.db,
    letters.map(({ id }) => id),
  );
  return letters.map(({ state, droppedBecause, sentAt, ...letter }) => ({
    ...letter,
    ...fateOf({ state, droppedBecause, sentAt }, said.get(letter.id) ?? []),
  }));
}

/** What the provider said of these letters, by letter. */
function reportsOf(db: Db, letterIds: string[]): Map<string, SaidOfLetter[]> {
  if (letterIds.length === 0) return new Map();
  const said = db
    .select({
      messageId: sql<string>`${deliveryReports.messageId}`,
      kind: deliveryReports.kind,
      lasting: deliveryReports.lasting,
      at: deliveryReports.at,
    })
    .from(deliveryReports)
    .where(inArray(deliveryReports.messageId, letterIds))
    .all();
  return groupBy(said, ({ messageId }) => messageId);
}

/**
 * What a person was sent, newest first, a page at a time. For the person, coordinators and administrators.
 * @throws Forbidden for anyone else
 */
export function readTimeline(
  ctx: Reader,
  personId: string,
  page: { number: number; size: number },
): { letters: TimelineLetter[]; total: number } {
  mustBeTheirs(ctx, personId);
  const total = countTo(ctx.db).get({ personId })?.count ?? 0;
  const rows = lettersTo(ctx.db).all({
    personId,
    limit: page.size,
    offset: (page.number - 1) * page.size,
  });
  return { total, letters: withFates(ctx, rows) };
}

const plannedFor = prepared((db) =>
  db
    .select({
      id: reminders.id,
      kind: reminders.kind,
      dueAt: reminders.dueAt,
      bookingId: reminders.bookingId,
      sessionId: reminders.sessionId,
    })
    .from(reminders)
    .where(and(eq(reminders.personId, sql.placeholder("personId")), eq(reminders.state, "planned")))
    .orderBy(asc(reminders.dueAt), asc(reminders.id))
    .prepare(),
);

/** Reminders that are planned for a person, the next first. @throws Forbidden as for what was sent */
export function listPlannedFor(ctx: Reader, personId: string) {
  mustBeTheirs(ctx, personId);
  return plannedFor(ctx.db).all({ personId });
}
