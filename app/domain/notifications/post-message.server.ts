// Puts a message in the outbox, tied to those that wait there already: behind them, merged into them or instead of them.

import { prepared } from "db/client";
import { outbox } from "db/schema";
import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { actorPersonId, type Context } from "~/domain/context";
import { type MessageFacts, type MessageKind, priorityOf } from "./notifications";
import { isCancel, mergeChanges, supersededBy, type Ties, tiesOf } from "./sending/joining";
import {
  joinable,
  onItsWay,
  overtaken,
  takenBack,
  toldBefore,
  untried,
} from "./sending/joining-queries.server";
import { dropWaiting } from "./sending/not-now.server";
import { type Facts, isFollower, whenToLeave } from "./sending/timing.server";

const insertMessage = prepared((db) =>
  db
    .insert(outbox)
    .values({
      id: sql.placeholder("id"),
      key: sql.placeholder("key"),
      kind: sql.placeholder("kind"),
      toPersonId: sql.placeholder("toPersonId"),
      toEmail: sql.placeholder("toEmail"),
      sessionId: sql.placeholder("sessionId"),
      stream: sql.placeholder("stream"),
      joins: sql.placeholder("joins"),
      topic: sql.placeholder("topic"),
      facts: sql.placeholder("facts"),
      priority: sql.placeholder("priority"),
      state: "waiting",
      createdAt: sql.placeholder("createdAt"),
      dueAt: sql.placeholder("dueAt"),
    })
    .onConflictDoNothing({ target: outbox.key })
    .prepare(),
);

type Message<Kind extends MessageKind> = {
  kind: Kind;
  key: string;
  to: { personId: string | null; email: string };
  facts: MessageFacts[Kind];
};

/**
 * Puts a message in the outbox, once per key: the same key again changes nothing. When it leaves, what it waits behind
 * and what it replaces follow from its kind and facts.
 * @throws Error outside a transaction: a message stands or falls with the change it tells of.
 */
export function postMessage<Kind extends MessageKind>(ctx: Context, message: Message<Kind>): void {
  if (!ctx.db.$client.inTransaction) throw new Error("A message belongs in the transaction of its change.");
  const now = ctx.clock.now();
  const { kind, key, to } = message;
  const facts: Facts = message.facts;
  const ties = tiesOf(kind, facts, to.personId);
  const byThemselves = to.personId !== null && actorPersonId(ctx.actor) === to.personId;
  const ready = whenToLeave({ kind, facts, byThemselves, optional: ties.topic !== null }, now);
  if (ties.joins !== null && (isPosted(ctx, key) || joined(ctx, ties.joins, { kind, key, facts, ready })))
    return;
  const dueAt = isFollower(kind) && ties.stream !== null ? lastDue(ctx, ties.stream, ready) : ready;
  const { changes } = insertMessage(ctx.db).run({
    ...ties,
    id: ctx.ids.id(),
    key,
    kind,
    toPersonId: to.personId,
    toEmail: to.email,
    facts: message.facts,
    priority: priorityOf[kind],
    createdAt: now,
    dueAt,
  });
  if (changes === 1 && ties.stream !== null)
    settleStream(ctx, { ...ties, stream: ties.stream, kind, key, facts, dueAt });
}

const keyed = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(eq(outbox.key, sql.placeholder("key")))
    .prepare(),
);
const isPosted = (ctx: Context, key: string) => keyed(ctx.db).get({ key }) !== undefined;

/** Merges a message into one that waits untried. @returns false where there is none to merge it into */
function joined(
  ctx: Context,
  joins: string,
  message: { kind: string; key: string; facts: Facts; ready: number },
): boolean {
  const found = joinable(ctx.db).get({ joins });
  if (!found) return false;
  // A day that is taken out before anybody was invited to it: neither letter has anything to say.
  const neverTold =
    isCancel(message.facts) &&
    !isCancel(found.facts) &&
    !toldBefore(ctx.db).get({ sessionId: message.facts.sessionId, joins, id: found.id });
  if (!neverTold && overtaken(ctx.db).get({ stream: found.stream, row: found.row })) return false;
  const merged = neverTold ? null : merge(ctx, { ...found, stream: found.stream ?? "" }, message);
  ctx.db
    .update(outbox)
    .set(
      merged
        ? { key: message.key, facts: merged }
        : { key: message.key, facts: message.facts, state: "dropped", droppedBecause: "no longer true" },
    )
    .where(eq(outbox.id, found.id))
    .run();
  // The first could wait for the morning; this one perhaps cannot.
  if (merged && found.stream !== null && !isFollower(message.kind))
    hurryAlong(ctx.db).run({ stream: found.stream, dueAt: message.ready });
  return true;
}

function merge(
  ctx: Context,
  found: { facts: Facts; stream: string },
  { kind, facts }: { kind: string; facts: Facts },
): Facts | null {
  if (!isFollower(kind)) return mergeChanges(found.facts, facts);
  // A further day, changed and changed back: the letter it follows was dropped in the same breath.
  const unchanged =
    !isCancel(found.facts) &&
    !isCancel(facts) &&
    takenBack(ctx.db).get({ stream: found.stream, sessionId: facts.sessionId, revision: facts.revision }) !==
      undefined;
  return unchanged ? null : facts;
}

const onTheirWay = prepared((db) =>
  db
    .select({ dueAt: sql<number | null>`max(${outbox.dueAt})` })
    .from(outbox)
    .where(and(sql`${outbox.stream} is not null`, eq(outbox.stream, sql.placeholder("stream")), onItsWay))
    .prepare(),
);
/** When the last of those before it leaves. */
const lastDue = (ctx: Context, stream: string, now: number) =>
  Math.max(now, onTheirWay(ctx.db).get({ stream })?.dueAt ?? now);

const hurryAlong = prepared((db) =>
  db
    .update(outbox)
    .set({ dueAt: sql`${sql.placeholder("dueAt")}` as never })
    .where(
      and(
        sql`${outbox.stream} is not null`,
        eq(outbox.stream, sql.placeholder("stream")),
        onItsWay,
        untried,
        gt(outbox.dueAt, sql.placeholder("dueAt")),
      ),
    )
    .prepare(),
);

/** What a new letter does to those before it in its stream: some have nothing left to say, the others leave no later. */
function settleStream(
  ctx: Context,
  posted: Ties & { stream: string; kind: string; key: string; facts: Facts; dueAt: number },
): void {
  const pointless = supersededBy(posted.kind, posted.facts);
  if (pointless.length > 0)
    dropWaiting(
      ctx,
      and(
        sql`${outbox.stream} is not null`,
        eq(outbox.stream, posted.stream),
        inArray(outbox.kind, [...pointless]),
        ne(outbox.key, posted.key),
      ),
      "superseded",
    );
  // Waiting behind one that sleeps until the morning, an offer would have run out.
  hurryAlong(ctx.db).run({ stream: posted.stream, dueAt: posted.dueAt });
}
