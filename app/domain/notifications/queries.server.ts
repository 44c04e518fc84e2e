// Reads of the outbox: the mail tray of a demonstration, and what a person has been sent.

import { prepared } from "db/client";
import { outbox } from "db/schema";
import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { type Actor, actorPersonId, type Context, holds } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";

const heading = {
  id: outbox.id,
  kind: outbox.kind,
  toEmail: outbox.toEmail,
  subject: outbox.subject,
  state: outbox.state,
  createdAt: outbox.createdAt,
  sentAt: outbox.sentAt,
};

/**
 * The newest letters that have been composed, for the mail tray. It shows everyone's letters, so its page is there
 * only in a demonstration.
 */
export function listLetters(
  ctx: Pick<Context, "db">,
  options: { toEmail?: string | undefined; limit: number },
) {
  const address = options.toEmail?.trim().toLowerCase();
  return ctx.db
    .select(heading)
    .from(outbox)
    .where(and(isNotNull(outbox.subject), address ? eq(sql`lower(${outbox.toEmail})`, address) : undefined))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(options.limit)
    .all();
}

const oneLetter = prepared((db) =>
  db
    .select({
      ...heading,
      html: outbox.html,
      text: outbox.text,
      calendar: outbox.calendar,
      calendarMethod: outbox.calendarMethod,
      sentBy: outbox.sentBy,
    })
    .from(outbox)
    .where(and(eq(outbox.id, sql.placeholder("id")), isNotNull(outbox.subject)))
    .prepare(),
);

/**
 * One composed letter in full, for the mail tray of a demonstration.
 * @throws NotFound for a message that does not exist or has not been composed yet
 */
export function readLetter(ctx: Pick<Context, "db">, id: string) {
  const row = oneLetter(ctx.db).get({ id });
  if (!row) throw new NotFound("letter");
  const { calendar, calendarMethod, subject, html, text, ...rest } = row;
  return {
    ...rest,
    subject: subject ?? "",
    html: html ?? "",
    text: text ?? "",
    calendar: calendar && calendarMethod ? { method: calendarMethod, text: calendar } : null,
  };
}

const messagesTo = prepared((db) =>
  db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      subject: outbox.subject,
      state: outbox.state,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.toPersonId, sql.placeholder("personId")))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .prepare(),
);

/**
 * What a person has been sent, or soon will be, newest first. For the person, coordinators and administrators.
 * @throws Forbidden for anyone else
 */
export function listMessagesTo(ctx: Pick<Context, "db"> & { actor: Actor }, personId: string) {
  const allowed =
    ctx.actor.kind === "system" ||
    actorPersonId(ctx.actor) === personId ||
    holds(ctx.actor, "coordinator", "admin");
  if (!allowed) throw new Forbidden("someone else's messages");
  return messagesTo(ctx.db).all({ personId });
}
