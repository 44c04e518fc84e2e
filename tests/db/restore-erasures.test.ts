// A restore brings back an older database; whoever was erased since stays erased, in its rows and in its bytes.
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "db/backup";
import { type Db, openDatabase } from "db/client";
import { restore } from "db/restore";
import * as tables from "db/schema";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { type Context, system } from "~/domain/context";
import { erasePerson } from "~/domain/personal-data/personal-data.server";
import { fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";
import { folder, freshLive, live } from "./live-database";

const now = Date.UTC(2026, 10, 24, 10);
const at = new Date(now);

function inLive<T>(work: (db: Db) => T, path = live): T {
  const db = openDatabase(path);
  try {
    return work(db);
  } finally {
    db.$client.close();
  }
}

const contextFor = (db: Db): Context => ({
  db,
  clock: fixedClock(now),
  ids: countedIds("r"),
  actor: system,
  screen: "test",
});
const erase = (personId: string) =>
  inLive((db) => {
    const result = erasePerson(contextFor(db), { personId, reason: "asked" });
    if (!result.ok) throw new Error(result.reason);
  });
const nameIn = (path: string, id: string) =>
  inLive((db) => db.select().from(tables.people).where(eq(tables.people.id, id)).get()?.name, path);
const erasuresIn = (path: string) =>
  inLive((db) => db.select().from(tables.erasures).orderBy(tables.erasures.personId).all(), path);

beforeEach(freshLive);

/** A backup in which Petra Plainsight and another still have their names. */
let copy: string;
beforeEach(() => {
  copy = join(folder, "copy.db");
  inLive((db) => {
    db.insert(tables.partnership)
      .values({
        id: 1,
        name: "P",
        serviceName: "S",
        place: "T",
        contactName: "C",
        contactEmail: "c@example.org",
        logoPath: "/l",
        brandColour: "#000000",
      })
      .run();
    db.insert(tables.agencies).values({ id: "police", name: "Police", sector: "police" }).run();
    for (const [id, name] of [
      ["petra", "Petra Plainsight"],
      ["other", "Olga Other"],
    ] as const)
      db.insert(tables.people)
        .values({
          id,
          name,
          email: `${id}@police.example.org`,
          agencyId: "police",
          createdAt: 1,
          accessNeeds: "Plainsight",
        })
        .run();
    const letter = {
      key: "welcome/petra",
      kind: "welcome",
      toPersonId: "petra",
      toEmail: "petra@police.example.org",
    };
    db.insert(tables.outbox)
      .values({
        id: "letter",
        ...letter,
        facts: { personName: "Petra Plainsight" },
        priority: 1,
        state: "sent",
        createdAt: 1,
        dueAt: 1,
        html: `<p>${"Dear Petra Plainsight. ".repeat(400)}</p>`,
      })
      .run();
  });
  backUp(live, copy);
});

test("who was erased since is erased in the restored database before it is put in place", () => {
  erase("petra");
  const tombstones = erasuresIn(live);
  const { erasedAgain, before, after } = restore(copy, live, at);
  expect(erasedAgain).toBe(1);
  expect([before?.get("erasures"), after.get("erasures")]).toEqual([1, 1]);
  expect(nameIn(live, "petra")).toBe("Erased person");
  expect(nameIn(live, "other")).toBe("Olga Other");
  expect(erasuresIn(live)).toEqual(tombstones);
  // Not in a page that nothing points to any more, either; and the backup itself is as it was.
  expect(readFileSync(live).includes("Petra Plainsight")).toBe(false);
  expect(readFileSync(copy).includes("Petra Plainsight")).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes("restoring"))).toEqual([]);
  const audit = inLive((db) => db.select().from(tables.auditEntries).all());
  expect(audit).toMatchObject([
    { action: "personal-data.erased", actorKind: "system", subjectId: "petra", screen: "restore" },
  ]);
});

test("someone who joined and was erased after the copy is not in it, and is remembered for the next restore", () => {
  inLive((db) =>
    db
      .insert(tables.people)
      .values({ id: "late", name: "Late", email: "late@example.org", agencyId: "police", createdAt: 1 })
      .run(),
  );
  const later = join(folder, "later.db");
  backUp(live, later);
  erase("late");
  erase("petra");
  expect(restore(copy, live, at).erasedAgain).toBe(1);
  expect(erasuresIn(live).map(({ personId }) => personId)).toEqual(["late", "petra"]);
  // The next restore, of the newer copy, finds both.
  expect(restore(later, live, new Date(now + 1000)).erasedAgain).toBe(2);
  expect([nameIn(live, "late"), nameIn(live, "petra")]).toEqual(["Erased person", "Erased person"]);
});

test("nobody erased since changes nothing in the copy", () => {
  expect(restore(copy, live, at).erasedAgain).toBe(0);
  expect(nameIn(live, "petra")).toBe("Petra Plainsight");
  erase("petra");
  const erasedCopy = join(folder, "erased.db");
  backUp(live, erasedCopy);
  expect(restore(erasedCopy, live, new Date(now + 1000)).erasedAgain).toBe(0);
});

test("nobody can tell from a damaged database, one without the table, or none", () => {
  writeFileSync(live, "not a database any more");
  expect(restore(copy, live, at).erasedAgain).toBeNull();
  inLive((db) => db.$client.exec("drop table erasures"));
  expect(restore(copy, live, new Date(now + 1000)).erasedAgain).toBeNull();
  expect(restore(copy, join(folder, "fresh.db"), at).erasedAgain).toBeNull();
});

test("the command prints how many were erased again", () => {
  erase("petra");
  const aside = join(folder, "aside.db");
  copyFileSync(live, aside);
  const run = () => {
    const done = spawnSync(process.execPath, ["--import", "tsx", "db/restore.ts", copy], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_PATH: live, NODE_ENV: "test" },
    });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };
  const { code, out, err } = run();
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("1 person had been erased since that copy was made, and was erased again.");
  expect(out).toMatch(/erasures +1 +1\n/);
  writeFileSync(live, "not a database any more");
  expect(run().out).toContain("could not be read whether anyone was erased since");
});
