// How the database is opened and how transactions run: what durability and "all or nothing" rest on.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { type Db, openDatabase, prepared, transact } from "db/client";
import { expect, onTestFinished, test } from "vitest";

/** A file of its own with one small table, opened the house's way. */
function ownDatabase() {
  const folder = mkdtempSync(join(tmpdir(), "offer-client-"));
  const path = join(folder, "deeper", "test.db");
  const open = () => {
    const db = openDatabase(path);
    onTestFinished(() => {
      db.$client.close();
    });
    return db;
  };
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const db = open();
  db.$client.exec("create table notes (id integer primary key, text text not null)");
  return { db, open, path };
}

const write = (db: Db, text: string) => db.$client.prepare("insert into notes (text) values (?)").run(text);
const notes = (db: Db) => db.$client.prepare("select text from notes order by id").pluck().all();
const pragma = (db: Db, name: string) => db.$client.pragma(name, { simple: true });

const asProtected = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
  secure_delete: 1,
};
const settings = (db: Db) =>
  Object.fromEntries(Object.keys(asProtected).map((name) => [name, pragma(db, name)]));

test("every protection reads back after a write, and again on every reopening", () => {
  const { db, open } = ownDatabase();
  write(db, "first");
  expect(settings(db)).toEqual(asProtected);
  transact(db, () => write(db, "second"));
  expect(settings(db)).toEqual(asProtected);

  const again = open();
  expect(settings(again)).toEqual(asProtected);
  write(again, "third");
  expect(settings(again)).toEqual(asProtected);
});

test("control: a database opened without the house's settings does lose its protection, so reading back means something", () => {
  const { path } = ownDatabase();
  const bare = new Database(path);
  onTestFinished(() => {
    bare.close();
  });
  bare.prepare("insert into notes (text) values (?)").run("bare");
  expect(bare.pragma("synchronous", { simple: true })).toBe(1);
});

test("a reference to something that does not exist is refused", () => {
  const { db } = ownDatabase();
  db.$client.exec(
    "create table replies (id integer primary key, note integer not null references notes (id))",
  );
  expect(() => db.$client.prepare("insert into replies (note) values (7)").run()).toThrow(/FOREIGN KEY/);
});

test("a transaction gives what its work gives", () => {
  const { db } = ownDatabase();
  expect(transact(db, () => write(db, "one").changes)).toBe(1);
});

test("a transaction takes the write lock before anything is read, so that another connection has to wait", () => {
  const { db, open } = ownDatabase();
  const other = open();
  other.$client.pragma("busy_timeout = 0");
  transact(db, () => {
    expect(db.$client.inTransaction).toBe(true);
    expect(() => write(other, "in between")).toThrow(/locked/);
  });
  write(other, "afterwards");
  expect(notes(db)).toEqual(["afterwards"]);
});

test("what throws takes back everything that its transaction wrote", () => {
  const { db } = ownDatabase();
  write(db, "kept");
  const work = () =>
    transact(db, () => {
      write(db, "one");
      write(db, "two");
      throw new Error("halfway");
    });
  expect(work).toThrow("halfway");
  expect(notes(db)).toEqual(["kept"]);
  expect(db.$client.inTransaction).toBe(false);
});

test("a transaction inside another joins it: what throws in the outer one takes back the inner one's work as well", () => {
  const { db, open } = ownDatabase();
  const other = open();
  const work = () =>
    transact(db, () => {
      transact(db, () => write(db, "inner"));
      expect(notes(other)).toEqual([]);
      throw new Error("outer");
    });
  expect(work).toThrow("outer");
  expect(notes(db)).toEqual([]);

  transact(db, () => {
    transact(db, () => write(db, "inner"));
    write(db, "outer");
  });
  expect(notes(other)).toEqual(["inner", "outer"]);
});

test("work that is still awaited is refused and taken back, outermost or joined", () => {
  const { db } = ownDatabase();
  const awaiting = async () => {
    write(db, "before the first await");
  };
  expect(() => transact(db, awaiting)).toThrow("must not await");
  expect(() => transact(db, () => transact(db, awaiting))).toThrow("must not await");
  expect(() => transact(db, () => Promise.resolve(write(db, "promised")))).toThrow("must not await");
  expect(notes(db)).toEqual([]);
  expect(db.$client.inTransaction).toBe(false);
});

test("a kept query is built once for each database and belongs to that database", () => {
  const { db } = ownDatabase();
  const { db: other } = ownDatabase();
  let built = 0;
  const count = prepared((given) => {
    built += 1;
    return given.$client.prepare("select count(*) from notes").pluck();
  });
  write(db, "one");
  expect([count(db).get(), count(db).get(), count(other).get()]).toEqual([1, 1, 0]);
  expect(built).toBe(2);
});
