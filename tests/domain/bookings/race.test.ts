// Eight processes race for the last thirty places of a session, as eight servers on one database file would.
import { type ChildProcess, fork } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPlaces } from "~/domain/bookings/bookings.server";
import { makeWorld } from "../../support/world";
import type { Order, Report } from "./race-child";

const racers = 8;
const lastPlaces = 30;
const takenBefore = 20;
const ownPeople = 50;
/** So many of their own do not book for themselves alone: everyone books for the shared people too. */
const ownWithShared = 20;
const sharedPeople = 30;

let children: ChildProcess[] = [];

beforeAll(async () => {
  const script = join(dirname(fileURLToPath(import.meta.url)), "race-child.ts");
  children = Array.from({ length: racers }, () => fork(script, { execArgv: ["--import", "tsx"] }));
  await Promise.all(children.map(messageOf));
}, 240_000);

afterAll(() => {
  for (const child of children) child.disconnect();
});

/** The next thing a process says. @throws Error if it ends instead */
const messageOf = (child: ChildProcess) =>
  new Promise<unknown>((resolve, reject) => {
    const ended = () => reject(new Error("A racing process ended early."));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });

/** A world whose database every process opens; people enough for each to have their own and some in common. */
function raceWorld() {
  const world = makeWorld();
  const early = Array.from({ length: takenBefore }, () => world.person());
  const shared = Array.from({ length: sharedPeople }, () => world.person());
  const own = children.map(() => Array.from({ length: ownPeople }, () => world.person()));
  return { ...world, world, path: world.db.$client.name, early, shared, own };
}

type RaceWorld = ReturnType<typeof raceWorld>;

/** Everyone also books for the same people, each process in an order of its own. */
function withShared(world: RaceWorld, index: number): string[] {
  const shared = world.shared.map((_, i) => world.shared[(i + index * 4) % sharedPeople] ?? "");
  const own = (world.own[index] ?? []).slice(0, ownWithShared);
  return own.flatMap((personId, i) => [personId, shared[i] ?? ""]).concat(shared.slice(ownWithShared));
}

/** Four hundred people, each once. */
const onlyOwn = (world: RaceWorld, index: number): string[] => world.own[index] ?? [];

type Race = { locked: boolean; who: typeof onlyOwn; ifFull: "wait" | "refuse" };

/** A session with thirty places left, and what every process was told when all went for them at once. */
async function raceFor(world: RaceWorld, { locked, who, ifFull }: Race) {
  const sessionId = world.session({ capacity: takenBefore + lastPlaces });
  for (const personId of world.early) world.book(sessionId, personId);
  const before = { audit: world.count("auditEntries"), outbox: world.count("outbox") };
  const startAt = Date.now() + 60;
  const reports = await Promise.all(
    children.map(async (child, index) => {
      const people = who(world, index);
      const now = world.clock.now();
      const order: Order = { path: world.path, sessionId, people, ifFull, now, startAt, locked };
      child.send(order);
      return (await messageOf(child)) as Report;
    }),
  );
  const rows = world.db
    .select()
    .from(world.tables.bookings)
    .where(eq(world.tables.bookings.sessionId, sessionId))
    .all();
  return {
    sessionId,
    rows,
    answers: reports.flatMap((report) => report.answers),
    problems: reports.flatMap((report) => report.problems),
    synchronous: reports.map((report) => report.synchronous),
    audited: world.count("auditEntries") - before.audit,
    posted: world.count("outbox") - before.outbox,
  };
}

const count = (answers: string[], answer: string) => answers.filter((one) => one === answer).length;

test("exactly thirty of 400 attempts get a place, every one has a definite answer, and none fails", async () => {
  const world = raceWorld();
  for (const who of [withShared, onlyOwn, withShared]) {
    const race = await raceFor(world, { locked: true, who, ifFull: "refuse" });
    expect(race.problems).toEqual([]);
    expect(race.synchronous).toEqual(Array(racers).fill(2));
    expect(race.answers).toHaveLength(400);
    expect(count(race.answers, "confirmed")).toBe(lastPlaces);
    expect(count(race.answers, "full") + count(race.answers, "already booked")).toBe(
      race.answers.length - lastPlaces,
    );
    expect(race.rows).toHaveLength(takenBefore + lastPlaces);
    expect(new Set(race.rows.map((row) => row.personId)).size).toBe(race.rows.length);
    expect(new Set(race.rows.map((row) => row.state))).toEqual(new Set(["confirmed"]));
    expect([race.audited, race.posted]).toEqual([lastPlaces, lastPlaces]);
    expect(readPlaces(world, race.sessionId)).toMatchObject({ taken: takenBefore + lastPlaces, waiting: 0 });
  }
  expect(world.db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
}, 240_000);

test("of 400 people who would wait thirty have a place and 370 a turn, in the order of joining", async () => {
  const world = raceWorld();
  const race = await raceFor(world, { locked: true, who: onlyOwn, ifFull: "wait" });
  expect(race.problems).toEqual([]);
  expect([count(race.answers, "confirmed"), count(race.answers, "waiting")]).toEqual([lastPlaces, 370]);
  expect([race.audited, race.posted]).toEqual([400, 400]);
  expect(readPlaces(world, race.sessionId)).toMatchObject({ taken: takenBefore + lastPlaces, waiting: 370 });
  // Each was told a place in the queue of their own.
  const letters = world.db.select().from(world.tables.outbox).all();
  const positions = letters
    .filter(({ kind }) => kind === "booking waiting")
    .map(({ facts }) => facts.position);
  expect(new Set(positions).size).toBe(370);
}, 240_000);

test("control: the same race with the lock taken away sells places that are not there", async () => {
  const world = raceWorld();
  const sold: number[] = [];
  // One run may come out even by chance; ten do not.
  while (sold.length < 10 && (sold.at(-1) ?? 0) <= lastPlaces) {
    const race = await raceFor(world, { locked: false, who: withShared, ifFull: "refuse" });
    sold.push(race.rows.length - takenBefore);
  }
  expect(sold.at(-1)).toBeGreaterThan(lastPlaces);
}, 240_000);
