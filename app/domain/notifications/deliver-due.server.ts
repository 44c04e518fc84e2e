// Delivers what is due in the outbox: composes each message once, and sends those bytes until they are out.

import { prepared, transact } from "db/client";
import { outbox } from "db/schema";
import { and, asc, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import { recordAudit } from "~/domain/audit/audit.server";
import type { Context } from "~/domain/context";
import { type Compose, isMessageKind, isSecret, type LetterBytes, type MessageFacts } from "./notifications";
import { endOf, leaseLength, mayBeTried, waitAfter } from "./rules";
import type { Outcome, Transport } from "./transports.server";

/** How many messages ended this turn in which way; `again` ones wait for their next try. */
export type Delivered = { sent: number; again: number; failed: number; unsure: number };

type Row = typeof outbox.$inferSelect;
type Claim = Row & { leasedUntil: number };

/**
 * Sends the messages that are due, one by one, the most urgent first. A message is sent at least once under a key that
 * makes it once; it is tried at most 8 times within 23 hours and then left to a human, never sent again unasked.
 * @param means.compose turns facts into bytes; called once per message, however often sending fails
 * @param means.from the address that letters come from
 * @param means.most stops the turn after so many messages
 */
export async function deliverDue(
  ctx: Context,
  means: { compose: Compose; transport: Transport; from: string; most?: number },
): Promise<Delivered> {
  const { compose, transport, from, most = 50 } = means;
  const delivered: Delivered = { sent: 0, again: 0, failed: 0, unsure: 0 };
  for (let taken = 0; taken < most; taken++) {
    const next = takeNext(ctx);
    if (next === "nothing is due") break;
    if (typeof next === "string") {
      delivered[next] += 1;
      continue;
    }
    const outcome = await tryOnce(ctx, next, { compose, transport, from });
    if (outcome === "taken over") continue;
    const state = recordOutcome(ctx, next, outcome, transport.name);
    if (state !== "taken over") delivered[state] += 1;
    // A wait that was asked for holds for every letter: going on would only use up their tries.
    if (outcome.outcome === "try again" && outcome.afterMs !== undefined) break;
  }
  return delivered;
}

const nextDue = prepared((db) =>
  db
    .select()
    .from(outbox)
    .where(
      and(
        // Written out, not bound, so that SQLite sees that the partial index will do.
        sql`${outbox.state} in ('waiting', 'sending')`,
        lte(outbox.dueAt, sql.placeholder("now")),
        or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, sql.placeholder("now"))),
      ),
    )
    .orderBy(asc(outbox.priority), asc(outbox.dueAt))
    .limit(1)
    .prepare(),
);

/** Claims the next message for this worker alone, or puts an end to one that may not be tried any more. */
function takeNext(ctx: Context): Claim | "failed" | "unsure" | "nothing is due" {
  return transact(ctx.db, () => {
    const now = ctx.clock.now();
    const row = nextDue(ctx.db).get({ now });
    if (!row) return "nothing is due";
    if (!mayBeTried(row, now)) return giveUp(ctx, row, endOf(row), row.lastProblem ?? "A try was cut short.");
    const claim = { ...row, attempts: row.attempts + 1, leasedUntil: now + leaseLength };
    ctx.db
      .update(outbox)
      .set({ state: "sending", attempts: claim.attempts, leasedUntil: claim.leasedUntil })
      .where(eq(outbox.id, row.id))
      .run();
    return claim;
  });
}

async function tryOnce(
  ctx: Context,
  claim: Claim,
  means: { compose: Compose; transport: Transport; from: string },
): Promise<Outcome | "taken over"> {
  // Posted by a newer version, perhaps, that will soon run here too.
  if (!isMessageKind(claim.kind)) return { outcome: "try again", problem: `No words for "${claim.kind}".` };
  const { kind } = claim;
  let bytes = bytesIn(claim);
  if (!bytes) {
    const facts = claim.facts as MessageFacts[typeof kind];
    const about = { to: { name: facts.personName, email: claim.toEmail }, at: claim.createdAt };
    try {
      bytes = await means.compose(kind, facts, about);
    } catch (thrown) {
      // One message that cannot be composed must not hold up those behind it.
      return { outcome: "try again", problem: `Composing: ${wordsOf(thrown)}` };
    }
  }
  const kept = isSecret(kind) && !means.transport.keepsLetters ? { subject: bytes.subject } : bytes;
  if (!freeze(ctx, claim, kept)) return "taken over";
  const letter = { ...bytes, id: claim.id, key: `outbox/${claim.id}`, to: claim.toEmail, from: means.from };
  try {
    return await means.transport.send(letter);
  } catch (thrown) {
    // A transport that throws has not said whether the letter left; the key makes another try safe.
    return { outcome: "try again", problem: `Sending: ${wordsOf(thrown)}` };
  }
}

const wordsOf = (thrown: unknown) => String(thrown).slice(0, 300);

function bytesIn({ subject, html, text, calendar, calendarMethod }: Row): LetterBytes | null {
  if (subject === null || html === null || text === null) return null;
  return {
    subject,
    html,
    text,
    calendar: calendar && calendarMethod ? { method: calendarMethod, text: calendar } : null,
  };
}

/** Keeps the bytes before they are first sent. False if another worker took over after our lease ran out. */
function freeze(ctx: Context, claim: Claim, bytes: Partial<LetterBytes>): boolean {
  claim.firstTriedAt ??= ctx.clock.now();
  const { changes } = ctx.db
    .update(outbox)
    .set({
      subject: bytes.subject,
      html: bytes.html,
      text: bytes.text,
      calendar: bytes.calendar?.text ?? null,
      calendarMethod: bytes.calendar?.method ?? null,
      firstTriedAt: claim.firstTriedAt,
    })
    .where(and(eq(outbox.id, claim.id), eq(outbox.leasedUntil, claim.leasedUntil)))
    .run();
  return changes === 1;
}

function recordOutcome(ctx: Context, claim: Claim, outcome: Outcome, transportName: string) {
  return transact(ctx.db, () => {
    const now = ctx.clock.now();
    if (outcome.outcome === "sent") {
      // Even if another worker took over meanwhile: its letter has the same key, so this one is the one that left.
      const { changes } = ctx.db
        .update(outbox)
        .set({
          state: "sent",
          sentAt: now,
          sentBy: outcome.id ? `${transportName} ${outcome.id}` : transportName,
          leasedUntil: null,
          lastProblem: null,
        })
        .where(and(eq(outbox.id, claim.id), ne(outbox.state, "sent")))
        .run();
      return changes === 1 ? "sent" : "taken over";
    }
    const current = ctx.db.select().from(outbox).where(eq(outbox.id, claim.id)).get();
    if (current?.state !== "sending" || current.leasedUntil !== claim.leasedUntil) return "taken over";
    if (outcome.outcome === "refused") return giveUp(ctx, claim, "failed", outcome.problem);
    const dueAt = now + waitAfter(claim.id, claim.attempts, outcome.afterMs);
    if (!mayBeTried(claim, dueAt)) return giveUp(ctx, claim, endOf(claim), outcome.problem);
    ctx.db
      .update(outbox)
      .set({ state: "waiting", dueAt, leasedUntil: null, lastProblem: outcome.problem })
      .where(eq(outbox.id, claim.id))
      .run();
    return "again";
  });
}

/** Leaves a message to a human, and says so in the audit trail. */
function giveUp<State extends "failed" | "unsure">(
  ctx: Context,
  row: Row,
  state: State,
  problem: string,
): State {
  ctx.db
    .update(outbox)
    .set({ state, leasedUntil: null, lastProblem: problem })
    .where(eq(outbox.id, row.id))
    .run();
  const action: "notifications.failed" | "notifications.unsure" = `notifications.${state}`;
  recordAudit(ctx, {
    action,
    subjectKind: "message",
    subjectId: row.id,
    aboutPersonId: row.toPersonId,
    detail: { kind: row.kind, attempts: row.attempts },
  });
  return state;
}
