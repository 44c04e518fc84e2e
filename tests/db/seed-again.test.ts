// The demonstration comes out the same every time, and so many times over.
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countRows } from "db/backup";
import { type Db, openDatabase } from "db/client";
import { seedDemonstration } from "db/seed/demonstration";
import { planProgramme } from "db/seed/programme";
import { year } from "db/seed/year";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

/** Tuesday 24 November 2026, 10:00 in London. */
const now = Date.UTC(2026, 10, 24, 10);

const folder = mkdtempSync(join(tmpdir(), "seed-again-"));
const opened: Db[] = [];

async function seeded(name: string, scale = 1): Promise<Db> {
  const path = join(folder, name);
  copyFileSync(inject("migratedDatabase"), path);
  const db = openDatabase(path);
  opened.push(db);
  await seedDemonstration(db, { now, scale });
  return db;
}

let db: Db;
beforeAll(async () => {
  db = await seeded("once.db");
});
afterAll(() => {
  for (const each of opened) each.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the demonstration", () => {
  it("is the same for the same moment", async () => {
    expect(digestOf(await seeded("again.db"))).toEqual(digestOf(db));
  });

  it("multiplies people, sessions, bookings and responses", async () => {
    const twice = countRows((await seeded("twice.db", 2)).$client);
    const once = countRows(db.$client);
    const times = (table: string) => (twice.get(table) ?? 0) / (once.get(table) ?? 1);
    expect((twice.get("people") ?? 0) - (once.get("people") ?? 0)).toBe(400);
    expect(times("sessions")).toBe(2);
    expect(times("bookings")).toBeGreaterThan(1.9);
    expect(times("responses")).toBeGreaterThan(1.9);
  });

  it("puts on as many sessions as the scale says, on both sides of now", () => {
    const plan = planProgramme({ now, scale: 5 });
    expect(plan).toHaveLength(5 * year.length);
    expect(new Set(plan.map(({ key }) => key)).size).toBe(plan.length);
    expect(plan.filter(({ situation }) => situation !== null)).toHaveLength(6);
    for (const week of [plan.filter(({ coming }) => coming), plan.filter(({ coming }) => !coming)]) {
      expect(week.length).toBeGreaterThan(5 * 12);
    }
  });
});

/** Everything in every table, but for the salted password. */
function digestOf(from: Db): Record<string, string> {
  const tables = [...countRows(from.$client).keys()];
  return Object.fromEntries(
    tables.map((table) => {
      const rows = from.$client.prepare<[], Record<string, unknown>>(`select * from "${table}"`).all();
      const kept = rows.map(({ password_hash: _salted, ...row }) => JSON.stringify(row)).sort();
      return [table, createHash("sha256").update(kept.join("\n")).digest("hex")];
    }),
  );
}
