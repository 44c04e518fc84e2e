// Delivers what is due in the outbox: composes each message once, and sends those bytes until they are out.

import { transact } from "db/client";
import { outbox } from "db/schema";
import { and, eq, ne } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type Compose, isMessageKind, isSecret, type LetterBytes, type MessageFacts } from "../notifications";
import { currentWords } from "../wording/wording.server";
import { type Claim, takeNext } from "./claim-message.server";
import { giveUp } from "./give-up.server";
import { isPaused, minded } from "./pauses";
import { endOf, mayBeTried, waitAfter } from "./rules";
import type { Outcome, Transport } from "./transports.server";

/** How many messages ended this turn in which way; `again` ones wait for their next try. */
export type Delivered = { sent: number; again: number; failed: number; unsure: number };

/**
 * Sends the messages that are due, one by one, the most urgent first. A message is sent at least once under a key that
 * makes it once, or by a relay without keys at most once; it is tried at most 8 times within 23 hours and then left to a
 * human, never sent again unasked. While the other side takes no letters at all, no letter uses up its tries.
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
    if (isPaused(transport, ctx.clock.now())) break;
    const next = takeNext(ctx, transport);
    if (next === "nothing is due") break;
    if (typeof next === "string") {
      if (next === "failed" || next === "unsure") delivered[next] += 1;
      continue;
    }
    const outcome = await tryOnce(ctx, next, { compose, transport, from });
    if (outcome === "taken over") continue;
    const state = recordOutcome(ctx, next, minded(transport, ctx.clock.now(), outcome), transport);
    if (state !== "taken over") delivered[state] += 1;
  }
  return delivered;
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
    const { toPersonId: personId, topic } = claim;
    try {
      bytes = await means.compose(kind, facts, {
        to: { name: facts.personName, email: claim.toEmail },
        at: claim.createdAt,
        words: currentWords(ctx, kind),
        stop: personId !== null && topic !== null ? { personId, topic } : null,
      });
    } catch (thrown) {
      // One message that cannot be composed must not hold up those behind it.
      return { outcome: "try again", problem: `Composing: ${wordsOf(thrown)}` };
    }
  }
  const kept = isSecret(kind) && !means.transport.keepsLetters ? { subject: bytes.subject } : bytes;
  if (!freeze(ctx, claim, kept)) return "taken over";
  const { unsubscribeUrl = null } = bytes;
  const letter = {
    ...bytes,
    unsubscribeUrl,
    id: claim.id,
    key: `outbox/${claim.id}`,
    to: claim.toEmail,
    from: means.from,
  };
  try {
    return await means.transport.send(letter);
  } catch (thrown) {
    // A transport that throws has not said whether the letter left; only a key makes another try safe.
    const outcome = means.transport.remembersKeys ? "try again" : "in doubt";
    return { outcome, problem: `Sending: ${wordsOf(thrown)}` };
  }
}

const wordsOf = (thrown: unknown) => String(thrown).slice(0, 300);

function bytesIn(claim: Claim): LetterBytes | null {
  const { subject, html, text, calendar, calendarMethod, unsubscribeUrl } = claim;
  if (subject === null || html === null || text === null) return null;
  return {
    subject,
    html,
    text,
    calendar: calendar && calendarMethod ? { method: calendarMethod, text: calendar } : null,
    unsubscribeUrl,
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
      unsubscribeUrl: bytes.unsubscribeUrl ?? null,
      firstTriedAt: claim.firstTriedAt,
    })
    .where(and(eq(outbox.id, claim.id), eq(outbox.leasedUntil, claim.leasedUntil)))
    .run();
  return changes === 1;
}

function recordOutcome(ctx: Context, claim: Claim, outcome: Outcome, transport: Transport) {
  return transact(ctx.db, () => {
    const now = ctx.clock.now();
    if (outcome.outcome === "sent") {
      // Even if another worker took over meanwhile: its letter has the same key, so this one is the one that left.
      const { changes } = ctx.db
        .update(outbox)
        .set({
          state: "sent",
          sentAt: now,
          sentBy: transport.name,
          providerId: outcome.id ?? null,
          leasedUntil: null,
          lastProblem: null,
        })
        .where(and(eq(outbox.id, claim.id), ne(outbox.state, "sent")))
        .run();
      return changes === 1 ? "sent" : "taken over";
    }
    const current = ctx.db.select().from(outbox).where(eq(outbox.id, claim.id)).get();
    if (current?.state !== "sending" || current.leasedUntil !== claim.leasedUntil) return "taken over";
    if (outcome.outcome === "in doubt") return giveUp(ctx, claim, "unsure", outcome.problem);
    if (outcome.outcome === "refused") return giveUp(ctx, claim, "failed", outcome.problem);
    // Turned away like any other, it has not had its try. It has been tried all the same: its bytes stay as they are.
    const attempts = outcome.afterMs === undefined ? claim.attempts : Math.max(1, claim.attempts - 1);
    const dueAt = now + waitAfter(claim.id, attempts, outcome.afterMs);
    if (!mayBeTried({ ...claim, attempts }, dueAt))
      return giveUp(ctx, claim, endOf(claim, transport), outcome.problem);
    ctx.db
      .update(outbox)
      .set({ state: "waiting", attempts, dueAt, leasedUntil: null, lastProblem: outcome.problem })
      .where(eq(outbox.id, claim.id))
      .run();
    return "again";
  });
}
