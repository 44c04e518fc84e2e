// The server itself: what it refuses to start with, and what it says when it starts.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import signIns from "db/seed/sign-ins.json";
import { makeWorld, type World } from "tests/support/world";
import { describe, expect, it, onTestFinished } from "vitest";
import { demonstrationPeople } from "~/web/seed-people.server";
import { productionEnvironment } from "./front";

/** Starts it, and ends it once it listens. */
function start(world: World, environment: Record<string, string>, flags: string[] = []) {
  const { VITEST: _vitest, ...inherited } = process.env;
  const child = spawn(process.execPath, [...flags, "--import", "tsx", "app/server.ts"], {
    env: {
      ...inherited,
      ...productionEnvironment,
      DATABASE_PATH: world.db.$client.name,
      PORT: "0",
      ...environment,
      NODE_ENV: "production",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      written += text;
      if (/Listening at/.test(written)) child.kill("SIGTERM");
    });
  }
  return new Promise<{ code: number | null; written: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, written })),
  );
}

const join = (world: World, email: string, disabledAt: number | null = null) =>
  world.db
    .insert(world.tables.people)
    .values({ id: email, name: "Seeded", email, agencyId: "police", createdAt: 1, disabledAt })
    .run();

describe("in production", () => {
  it("is refused with the demonstration's people in the database", async () => {
    const world = makeWorld();
    join(world, signIns.people[0]?.email ?? "");
    const { code, written } = await start(world, {});
    expect([code, written]).toEqual([
      1,
      expect.stringContaining("holds 1 demonstration accounts, whose password everyone knows"),
    ]);
  });

  it("is refused under a debugger", async () => {
    const { code, written } = await start(makeWorld(), {}, ["--inspect=127.0.0.1:0"]);
    expect([code, written]).toEqual([1, expect.stringContaining("a debugger, are not for production")]);
  });

  it("is refused with an unusable setting, by name", async () => {
    const { code, written } = await start(makeWorld(), { SECRET: "short" });
    expect([code, written]).toEqual([1, expect.stringContaining("SECRET is too short")]);
  });
});

// It needs the built pages, which only a whole run of the tests makes.
describe.runIf(existsSync("build/server/index.js"))("started", () => {
  it("says so in one line of JSON, and warns of a demonstration", async () => {
    const world = makeWorld();
    join(world, "learner0001@example.org");
    const { code, written } = await start(world, { DEMO: "1" });
    expect(
      written
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { level: "warn", msg: expect.stringContaining("Never with real people") },
      { level: "info", msg: expect.stringMatching(/^Listening at http:\/\/127\.0\.0\.1:\d+ /) },
    ]);
    expect(code).toBe(0);
  });
});

describe("the demonstration's people", () => {
  it("all have an address under the one name that is looked for", () => {
    for (const { email } of signIns.people) expect(email).toMatch(/^[^@]+@example\.org$/);
  });

  it("are found whatever the capitals, and not once they are disabled; nobody else is taken for one", () => {
    const world = makeWorld();
    join(world, "someone@police.example.org");
    join(world, "x@example.org.uk");
    expect(demonstrationPeople(world.db)).toBe(0);
    join(world, "Admin@Example.ORG");
    join(world, "left@example.org", 5);
    expect(demonstrationPeople(world.db)).toBe(1);
  });
});
