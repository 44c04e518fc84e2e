// Killing the worker 200 times, at any moment, leaves each letter with exactly one accepted delivery.
import { type ChildProcess, spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase, transact } from "db/client";
import { outbox } from "db/schema";
import { build, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { type Context, system } from "~/domain/context";
import { postMessage } from "~/domain/notifications/notifications.server";
import { fixedClock, minutes } from "~/shared/clock";
import { countedIds } from "~/shared/ids";
import { fakeRelay } from "./fake-relay";
import { noon } from "./support";

const folder = mkdtempSync(join(tmpdir(), "kill-test-"));
const child = join(folder, "kill-child.mjs");

/** The holidays of the whole world take longer to load than everything else, and no letter here waits for a working day. */
const withoutHolidays: Plugin = {
  name: "without-holidays",
  enforce: "pre",
  resolveId: (id) => (id === "date-holidays" ? "\0holidays" : null),
  load: (id) => (id === "\0holidays" ? "export default class { getHolidays() { return []; } }" : null),
};

// One file, so that a start takes a moment only.
beforeAll(async () => {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  await build({
    configFile: false,
    logLevel: "error",
    plugins: [tsconfigPaths(), withoutHolidays],
    ssr: { noExternal: true, external: ["better-sqlite3"] },
    build: {
      ssr: resolve("tests/domain/notifications/kill-child.ts"),
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      minify: true,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "kill-child.mjs", inlineDynamicImports: true } },
    },
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same numbers from 0 to 1 on every run. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A provider that notes each letter it is handed, by key, the moment it has it, and answers a little later. */
async function countingProvider(random: () => number) {
  const handedOver = new Map<string, number>();
  const arrivals = new EventEmitter();
  const server = createServer((request, response) => {
    request.resume().on("end", async () => {
      const key = String(request.headers["idempotency-key"]);
      handedOver.set(key, (handedOver.get(key) ?? 0) + 1);
      arrivals.emit("letter");
      await pause(random() * 6);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: key }));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, handedOver, arrivals };
}

/** The moment of its end: after so many letters of its own, and a little more. */
async function momentAfter(arrivals: EventEmitter, letters: number, ms: number): Promise<"killed"> {
  for (let left = letters; left > 0; left--) await once(arrivals, "letter");
  await pause(ms);
  return "killed";
}

/** Starts workers one after another, each with a few more letters to send, and kills each at some moment. */
async function killing(
  times: number,
  {
    way,
    port,
    arrivals,
    random,
  }: { way: string; port: number; arrivals: EventEmitter; random: () => number },
) {
  const path = join(folder, `${way}.db`);
  copyFileSync(inject("migratedDatabase"), path);
  const db = openDatabase(path);
  const clock = fixedClock(noon);
  const ctx: Context = { db, clock, ids: countedIds("m"), actor: system, screen: "test" };
  const started: ChildProcess[] = [];
  onTestFinished(() => {
    for (const one of started) one.kill("SIGKILL");
    db.$client.close();
  });
  const start = () => {
    const worker = spawn(process.execPath, [child, path, way, String(port)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    started.push(worker);
    const said = (word: string) =>
      new Promise<void>((heard) => worker.on("message", (message) => message === word && heard()));
    return {
      worker,
      ready: said("ready"),
      done: said("done"),
      gone: new Promise((end) => worker.on("exit", end)),
    };
  };

  let posted = 0;
  const post = () =>
    transact(db, () => {
      const email = `p${++posted}@example.org`;
      const facts = { personName: "Ann", awaiting: null };
      postMessage(ctx, { kind: "welcome", key: email, to: { personId: null, email }, facts });
    });
  let waitingRoom = [start(), start()];
  const next = () => {
    const [first, ...others] = waitingRoom;
    waitingRoom = [...others, start()];
    return first ?? start();
  };
  let killed = 0;
  while (killed < times) {
    for (let n = 0; n < 3; n++) post();
    const { worker, ready, done, gone } = next();
    await ready;
    worker.send({ now: clock.now() });
    const moment = momentAfter(arrivals, Math.floor(random() * 6), random() * 8);
    if ((await Promise.race([moment, done.then(() => "done")])) === "killed") killed += 1;
    worker.kill("SIGKILL");
    await gone;
    // Its lease runs out.
    clock.forward(minutes(1));
  }
  for (let n = 0; n < 2; n++) {
    const { worker, ready, done } = next();
    await ready;
    worker.send({ now: clock.now() });
    await done;
    clock.forward(minutes(1));
    worker.kill("SIGKILL");
  }
  return db.select().from(outbox).all();
}

test("200 kills: each letter is accepted exactly once, and none is lost", { timeout: 400_000 }, async () => {
  const random = seeded(6);
  const { port, handedOver, arrivals } = await countingProvider(random);
  const rows = await killing(200, { way: "resend", port, arrivals, random });
  expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
  expect([...handedOver.keys()].sort()).toEqual(rows.map(({ id }) => `outbox/${id}`).sort());
  for (const { id, providerId } of rows) expect(providerId).toBe(`outbox/${id}`);
  // The control: by a provider that knew no keys, many people would have had a letter twice.
  const twice = [...handedOver.values()].filter((times) => times > 1);
  expect(twice.length).toBeGreaterThan(20);
});

test("30 kills before a relay that knows no keys: nobody gets a letter twice", {
  timeout: 200_000,
}, async () => {
  const random = seeded(7);
  const { relay, taken, arrivals } = await fakeRelay();
  const rows = await killing(30, { way: "smtp", port: relay.port, arrivals, random });
  const times = new Map<string, number>();
  for (const { to } of taken) times.set(String(to), (times.get(String(to)) ?? 0) + 1);
  for (const { toEmail, state } of rows) {
    expect(["sent", "unsure"]).toContain(state);
    expect(times.get(toEmail) ?? 0).toBeLessThanOrEqual(1);
    if (state === "sent") expect(times.get(toEmail)).toBe(1);
  }
  expect(rows.filter(({ state }) => state === "unsure").length).toBeGreaterThan(0);
});
