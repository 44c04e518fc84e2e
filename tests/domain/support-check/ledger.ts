// What a command left behind: the audit entries and messages since a moment, and a fingerprint of the whole database.
import { createHash } from "node:crypto";
import type { Db } from "db/client";
import { auditEntries, outbox } from "db/schema";

/** Starts watching; the answer tells what was added since, oldest first. */
export function watch({ db }: { db: Db }) {
  const entriesBefore = db.select().from(auditEntries).all().length;
  const messagesBefore = new Set(
    db
      .select()
      .from(outbox)
      .all()
      .map((message) => message.id),
  );
  return () => ({
    audit: db.select().from(auditEntries).orderBy(auditEntries.id).all().slice(entriesBefore),
    messages: db
      .select()
      .from(outbox)
      .orderBy(outbox.id)
      .all()
      .filter((message) => !messagesBefore.has(message.id)),
  });
}

/** The actions audited and the kinds of message posted since, in order. */
export function inShort(added: ReturnType<ReturnType<typeof watch>>) {
  return {
    audit: added.audit.map((entry) => entry.action),
    messages: added.messages.map((message) => message.kind),
  };
}

export const nothing = { audit: [], messages: [] };

/** Every row of every table as one fingerprint: equal when nothing at all has changed, save in tables left out. */
export function digestOf(db: Db, leftOut: string[] = []): string {
  const hash = createHash("sha256");
  for (const name of tableNames(db).filter((table) => !leftOut.includes(table))) {
    const rows = db.$client.prepare(`select * from "${name}"`).all();
    hash.update(
      JSON.stringify([
        name,
        rows
          .map((row) => JSON.stringify(row))
          .sort()
          .join("\n"),
      ]),
    );
  }
  return hash.digest("hex");
}

/** What the service's data comes to, whoever has signed in meanwhile. */
export const contentOf = (db: Db) => digestOf(db, ["auth_sessions"]);

const tableNames = (db: Db): string[] =>
  db.$client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all()
    .map(String);
