// A fresh database, a clock that stands still, and senders that do as they are told.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase, transact } from "db/client";
import { auditEntries, outbox } from "db/schema";
import { eq } from "drizzle-orm";
import { sampleBooking } from "emails/samples";
import { inject, onTestFinished } from "vitest";
import { type Context, system } from "~/domain/context";
import type { Compose, MessageFacts, MessageKind } from "~/domain/notifications/notifications";
import {
  deliverDue,
  type Letter,
  type Outcome,
  postMessage,
  type Transport,
} from "~/domain/notifications/notifications.server";
import { fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

export const noon = Date.UTC(2026, 2, 2, 12);
export const from = "Training <training@example.org>";

/** A context on a new copy of the migrated database, and a way to open the same file a second time. */
export function freshContext() {
  const folder = mkdtempSync(join(tmpdir(), "outbox-test-"));
  const path = join(folder, "test.db");
  copyFileSync(inject("migratedDatabase"), path);
  const opened: Db[] = [];
  const open = () => {
    const db = openDatabase(path);
    opened.push(db);
    return db;
  };
  onTestFinished(() => {
    for (const db of opened) db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const clock = fixedClock(noon);
  const ctx: Context = { db: open(), clock, ids: countedIds("m"), actor: system, screen: "test" };
  const anotherWorker = (): Context => ({ ...ctx, db: open() });
  return { ctx, clock, anotherWorker };
}

/** Posts a welcome, as registering does. */
export function postWelcome(ctx: Context, key = "welcome/p1", personId = "p1"): void {
  transact(ctx.db, () =>
    postMessage(ctx, {
      kind: "welcome",
      key,
      to: { personId, email: `${personId}@example.org` },
      facts: { personName: "Ann", awaiting: null },
    }),
  );
}

/** Posts a message about the sample booking. */
export function postAboutBooking<Kind extends "booking confirmed" | "booking cancelled">(
  ctx: Context,
  kind: Kind,
  more: Partial<MessageFacts[Kind]> = {},
): void {
  const facts = { ...sampleBooking, wasConfirmed: true, ...more } as unknown as MessageFacts[Kind];
  const to = { personId: "p1", email: "p1@example.org" };
  transact(ctx.db, () => postMessage(ctx, { kind, key: `${kind}/b1`, to, facts }));
}

let posted = 0;

/** Posts a message of any kind, each under a key of its own, with the facts of the sample booking unless others are given. */
export function post(
  ctx: Context,
  kind: MessageKind,
  more: object = {},
  { key = `${kind}/${++posted}`, personId = "p1" }: { key?: string; personId?: string } = {},
): void {
  const facts = { ...sampleBooking, wasConfirmed: true, ...more } as unknown as MessageFacts[typeof kind];
  const to = { personId, email: `${personId}@example.org` };
  transact(ctx.db, () => postMessage(ctx, { kind, key, to, facts }));
}

/** Composes numbered bytes, so that a second composing would show. */
export function countingCompose() {
  const composed: string[] = [];
  const compose: Compose = async (kind) => {
    composed.push(kind);
    const number = composed.length;
    return { subject: `${kind} ${number}`, html: `<p>${number}</p>`, text: `${number}`, calendar: null };
  };
  return { compose, composed };
}

/** A transport that gives these outcomes in turn, the last one for good, and keeps what it was given. */
export function scripted(...outcomes: Outcome[]) {
  const letters: Letter[] = [];
  const transport: Transport = {
    name: "script",
    remembersKeys: true,
    send: async (letter) => {
      letters.push(letter);
      return outcomes[Math.min(letters.length, outcomes.length) - 1] ?? { outcome: "sent" };
    },
  };
  return { transport, letters };
}

export const sent: Outcome = { outcome: "sent" };
export const again: Outcome = { outcome: "try again", problem: "503 application_error" };

/** One turn of a worker. */
export const turn = (ctx: Context, transport: Transport, compose = countingCompose().compose) =>
  deliverDue(ctx, { compose, transport, from });

export function onlyRow(ctx: Context) {
  const [row, ...others] = ctx.db.select().from(outbox).all();
  if (!row || others.length > 0) throw new Error(`Expected one row, found ${others.length + (row ? 1 : 0)}.`);
  return row;
}

export const auditOf = (ctx: Context, subjectId: string) =>
  ctx.db.select().from(auditEntries).where(eq(auditEntries.subjectId, subjectId)).all();
