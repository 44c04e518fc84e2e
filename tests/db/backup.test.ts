// Backup: a whole, checked copy of a database that others go on writing to; and the two commands as they are run.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { backUp, checkedCounts } from "db/backup";
import { openDatabase } from "db/client";
import { beforeEach, describe, expect, it } from "vitest";
import { addAgency, agenciesIn, folder, freshLive, live, openLive } from "./live-database";

beforeEach(freshLive);

describe("a backup", () => {
  it("holds what is still only in the write-ahead log, and is one whole file", () => {
    const db = openLive();
    db.pragma("wal_autocheckpoint = 0");
    addAgency(db, "Just written");
    const copy = join(folder, "copy.db");
    const { counts, bytes } = backUp(live, copy);
    expect(counts.get("agencies")).toBe(1);
    expect(bytes).toBe(statSync(copy).size);
    expect(agenciesIn(copy)).toEqual(["Just written"]);
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual(["copy.db"]);
    expect(statSync(copy).mode & 0o077).toBe(0);
  });

  it("leaves out what is not committed", () => {
    const db = openLive();
    db.exec("begin immediate");
    addAgency(db, "Perhaps");
    const { counts } = backUp(live, join(folder, "copy.db"));
    db.exec("rollback");
    expect(counts.get("agencies")).toBe(0);
  });

  it("is whole while another thread writes two rows at a time, always both", async () => {
    const writer = new Worker(
      `const { workerData, parentPort } = require("node:worker_threads");
       const Database = require(workerData.library);
       const db = new Database(workerData.path, { timeout: 5000 });
       const row = db.prepare("insert into agencies (id, name, sector) values (?, ?, 'test')");
       const pair = db.transaction((n) => { row.run(n + "a", n + "a"); row.run(n + "b", n + "b"); });
       let going = true;
       parentPort.on("message", () => { going = false; });
       let n = 0;
       const more = () => {
         for (let i = 0; i < 20; i++) pair.immediate(n++);
         if (n === 20) parentPort.postMessage("writing");
         if (going) setImmediate(more); else { db.close(); parentPort.postMessage(n); parentPort.close(); }
       };
       more();`,
      { eval: true, workerData: { path: live, library: join(process.cwd(), "node_modules/better-sqlite3") } },
    );
    await new Promise((resolve) => writer.once("message", resolve));
    for (let copy = 0; copy < 5; copy++) {
      const { counts } = backUp(live, join(folder, `copy-${copy}.db`));
      expect((counts.get("agencies") ?? 1) % 2).toBe(0);
    }
    const wrote = new Promise<number>((resolve) => writer.once("message", resolve));
    writer.postMessage("stop");
    const pairs = await wrote;
    expect(pairs).toBeGreaterThan(20);
    expect(checkedCounts(live).get("agencies")).toBe(2 * pairs);
  });

  it("never overwrites, and says what is missing", () => {
    const copy = join(folder, "copy.db");
    writeFileSync(copy, "someone's thesis");
    expect(() => backUp(live, copy)).toThrow("never overwrites");
    expect(readFileSync(copy, "utf8")).toBe("someone's thesis");
    expect(() => backUp(join(folder, "none.db"), join(folder, "new.db"))).toThrow("DATABASE_PATH");
    expect(() => backUp(live, join(folder, "nowhere", "new.db"))).toThrow("no folder");
  });

  it("of a database with a broken reference is refused and leaves no file", () => {
    const db = openLive();
    db.pragma("foreign_keys = OFF");
    db.exec("insert into agency_domains (domain, agency_id) values ('example.org', 'nobody')");
    expect(() => backUp(live, join(folder, "copy.db"))).toThrow("agency_domains");
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });
});

describe("the commands", () => {
  const run = (command: string, ...args: string[]) => {
    const done = spawnSync(process.execPath, ["--import", "tsx", `db/${command}.ts`, ...args], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: live, NODE_ENV: "test" },
    });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };

  it("print counts, and end with 1 and one line when refused", () => {
    const db = openDatabase(live).$client;
    addAgency(db, "Kept");
    db.close();
    mkdirSync(join(folder, "kept"));
    const copy = join(folder, "kept", "copy.db");

    const made = run("backup", copy);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out).toMatch(/agencies +1\n/);
    const again = run("backup", copy);
    expect(again).toMatchObject({ code: 1, out: "" });
    expect(again.err.trim().split("\n")).toHaveLength(1);

    const restored = run("restore", copy);
    expect(restored).toMatchObject({ code: 0, err: "" });
    expect(restored.out).toMatch(/agencies +1 +1\n/);
    expect(run("restore")).toEqual({ code: 1, out: "", err: "Use: npm run restore -- FILE\n" });
  });
});
