import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { backUp, CannotCopy } from "db/backup";
import { openDatabase } from "db/client";
import { isOpenElsewhere, restore } from "db/restore";
import { beforeEach, describe, expect, it } from "vitest";
import { addAgency, agenciesIn, folder, freshLive, live, openLive } from "./live-database";

beforeEach(freshLive);

const at = new Date("2026-11-24T10:00:00.000Z");

describe("a restore", () => {
  function backupOfOneAgency(): string {
    const db = openDatabase(live).$client;
    addAgency(db, "Kept");
    const copy = join(folder, "copy.db");
    backUp(live, copy);
    addAgency(db, "Written later");
    db.close();
    return copy;
  }

  it("brings back the copy, counts before and after, and keeps the database from before", () => {
    const copy = backupOfOneAgency();
    const { before, after, keptAt } = restore(copy, live, at);
    expect(before?.get("agencies")).toBe(2);
    expect(after.get("agencies")).toBe(1);
    expect(agenciesIn(live)).toEqual(["Kept"]);
    expect(keptAt).toBe(`${live}.before-restore-2026-11-24T10-00-00-000Z`);
    expect(agenciesIn(keptAt ?? "")).toEqual(["Kept", "Written later"]);
    expect(existsSync(copy)).toBe(true);
    expect(openDatabase(live).$client.pragma("journal_mode", { simple: true })).toBe("wal");
  });

  it("works where there is no database yet", () => {
    const copy = backupOfOneAgency();
    const fresh = join(folder, "fresh.db");
    expect(restore(copy, fresh, at)).toMatchObject({ before: null, keptAt: null });
    expect(agenciesIn(fresh)).toEqual(["Kept"]);
  });

  it("replaces a damaged database, whose files stay together", () => {
    const copy = backupOfOneAgency();
    writeFileSync(live, "not a database any more");
    writeFileSync(`${live}-wal`, "half a log");
    const { before, keptAt } = restore(copy, live, at);
    expect(before).toBeNull();
    expect(readFileSync(`${keptAt}-wal`, "utf8")).toBe("half a log");
    expect(agenciesIn(live)).toEqual(["Kept"]);
    expect(existsSync(`${live}-wal`)).toBe(false);
  });

  it("is refused while someone has the database open, even if idle, and changes nothing", () => {
    const copy = backupOfOneAgency();
    const db = openLive();
    db.prepare("select count(*) from agencies").get();
    expect(isOpenElsewhere(live)).toBe(true);
    expect(() => restore(copy, live, at)).toThrow("in use");
    addAgency(db, "Still here");
    expect(agenciesIn(live)).toEqual(["Kept", "Still here", "Written later"]);
    db.close();
    expect(isOpenElsewhere(live)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(["copy.db", "live.db"]);
  });

  it("refuses a file that is missing, no database, damaged, with broken references, or of another version", () => {
    const copy = backupOfOneAgency();
    const text = join(folder, "text.db");
    writeFileSync(text, "a".repeat(5000));
    const other = join(folder, "other.db");
    new Database(other).exec("create table t (x)").close();
    const older = join(folder, "older.db");
    copyFileSync(copy, older);
    new Database(older)
      .exec(
        "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
      )
      .close();
    const broken = join(folder, "broken.db");
    copyFileSync(copy, broken);
    const db = new Database(broken);
    db.pragma("foreign_keys = OFF");
    db.exec("insert into agency_domains (domain, agency_id) values ('example.org', 'nobody')").close();
    const damaged = join(folder, "damaged.db");
    const bytes = readFileSync(copy);
    bytes.fill(0xff, 4096 * 3, 4096 * 40);
    writeFileSync(damaged, bytes);

    for (const [file, why] of [
      [join(folder, "none.db"), "no file"],
      [text, "not a database"],
      [other, "not a database of this service"],
      [older, "another version"],
      [broken, "broken reference"],
      [damaged, /./],
      [live, "the database itself"],
    ] as const) {
      expect(() => restore(file, live, at), file).toThrow(CannotCopy);
      expect(() => restore(file, live, at), file).toThrow(why);
    }
    expect(agenciesIn(live)).toEqual(["Kept", "Written later"]);
    expect(readdirSync(folder).filter((name) => name.includes("restor"))).toEqual([]);
  });
});
