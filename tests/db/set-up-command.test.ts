import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "db/client";
import * as tables from "db/schema";
import blackpool from "db/set-up/blackpool.json";
import { setUpCommand } from "db/set-up/command";
import { setUp } from "db/set-up/set-up";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { digestOf } from "../domain/support-check/ledger";
import { ownContext, ownDatabase, ownFolder } from "./import-workbench";
import { runProgram } from "./run-program";
import { admin, answer, env, file, opened, planOf } from "./set-up-workbench";

describe("the first admin", () => {
  const adminOf = (path: string) =>
    opened(path)
      .select({ name: tables.people.name, email: tables.people.email, agency: tables.agencies.name })
      .from(tables.people)
      .innerJoin(tables.agencies, eq(tables.agencies.id, tables.people.agencyId))
      .get();

  it.each([
    ["one word, as a letter is headed", ["--admin", "Ada Adminson <ada@police.example.org>"]],
    ["a name and an address", ["--admin", "Ada Adminson", "ada@police.example.org"]],
    ["words without quotation marks", ["--admin", "Ada", "Adminson", "ada@police.example.org"]],
    ["a team's address below the agency's", ["--admin", "Ada Adminson <ada@north.police.example.org>"]],
  ])("is told by %s; the address tells the agency", (_, words) => {
    const path = ownDatabase();
    expect(answer(path, file, ...words)).toMatchObject({ ok: true });
    expect(adminOf(path)).toMatchObject({ name: "Ada Adminson", agency: "Lancashire Constabulary" });
  });

  it("needs an agency where the address does not tell it, and is shown which", () => {
    const path = ownDatabase();
    const shared = ["--admin", "Ada Adminson <ada@council.example.org>"];
    expect(answer(path, file, ...shared)).toEqual({
      ok: false,
      reason:
        "The admin's address does not tell their agency. Add --agency with one of these:\n  Blackpool Council Children's Services\n  Blackpool Council Public Health",
    });
    const unknown = answer(path, file, "--admin", "Ada <ada@example.net>");
    expect(unknown).toMatchObject({
      ok: false,
      reason: expect.stringContaining("  National Probation Service"),
    });
    expect(answer(path, file, ...shared, "--agency", "Nowhere")).toMatchObject({ ok: false });
    expect(opened(path).select().from(tables.partnership).all()).toEqual([]);
    expect(answer(path, file, ...shared, "--agency", "Blackpool Council Public Health")).toMatchObject({
      ok: true,
    });
    expect(adminOf(path)?.agency).toBe("Blackpool Council Public Health");
  });

  it.each([
    ["no address", ["--admin", "Ada Adminson"], '"Adminson" is not an email address. Usage:'],
    [
      "an address that is not one",
      ["--admin", "Ada <ada@police>"],
      '"ada@police" is not an email address. Usage:',
    ],
    ["no name", ["--admin", "ada@police.example.org"], "The admin has no name"],
    ["a name of 121 letters", ["--admin", `${"a".repeat(121)} <ada@police.example.org>`], "very long one"],
    ["no admin", [], "Usage: npm run set-up -- FILE.json --admin"],
    ["no words after --admin", ["--admin"], "is not an email address"],
    ["an option that there is not", [...admin, "--force"], "Usage:"],
    ["two files", ["other.json", ...admin], "Usage:"],
    ["no agency after --agency", [...admin, "--agency"], "Usage:"],
  ])("is not there with %s: refused in words, and nothing is written", (_, words, reason) => {
    const path = ownDatabase();
    expect(answer(path, file, ...words)).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
    expect(opened(path).select().from(tables.partnership).all()).toEqual([]);
  });
});

describe("what cannot be used", () => {
  it("is named: a file that is not there, a database that is not or lacks migrations, a bad setting", () => {
    const folder = ownFolder();
    const path = (name: string) => join(folder, name);
    openDatabase(path("bare.db")).$client.close();
    writeFileSync(path("folder.json"), "not json");
    const reasonOf = (outcome: ReturnType<typeof setUpCommand>) => (outcome.ok ? "" : outcome.reason);
    expect(reasonOf(answer(ownDatabase(folder), path("none.json"), ...admin))).toMatch(
      /^There is no file .*none\.json/,
    );
    expect(reasonOf(answer(ownDatabase(folder), folder, ...admin))).toMatch(/cannot be read \(EISDIR\)/);
    expect(reasonOf(answer(path("none.db"), file, ...admin))).toMatch(
      /^There is no database at .*`npm run db:migrate` first/,
    );
    expect(existsSync(path("none.db"))).toBe(false);
    expect(reasonOf(answer(path("bare.db"), file, ...admin))).toMatch(
      /lacks \d+ migrations?\. Run `npm run db:migrate`/,
    );
    expect(reasonOf(setUpCommand([file, ...admin], { ...env(path("bare.db")), PORT: "many" }))).toMatch(
      /^PORT is not usable/,
    );
    expect(reasonOf(setUpCommand([file, ...admin], { NODE_ENV: "production" }))).toMatch(/SECRET is missing/);
  });

  it("leaves the whole database empty, when only the last part of it fails", () => {
    const ctx = ownContext();
    const plan = planOf(blackpool);
    const before = digestOf(ctx.db);
    // A venue that the file's checks would have found.
    const broken = {
      ...plan,
      venues: [...plan.venues, ...plan.venues.map((venue) => ({ ...venue, name: null as never }))],
    };
    expect(() => setUp(ctx, broken, null)).toThrow();
    expect(digestOf(ctx.db)).toBe(before);
  });

  it("as it is typed: words on the right stream, and the exit code", async () => {
    const path = ownDatabase();
    const bad = join(ownFolder(), "bad.json");
    writeFileSync(bad, JSON.stringify({ ...blackpool, agencies: [] }));
    expect(await runProgram("set-up", path, bad, ...admin)).toEqual({
      code: 1,
      out: "",
      err: `${bad} cannot be used:\nagencies is blank.\nNothing was written.\n`,
    });
    expect(await runProgram("set-up", path, file, ...admin)).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("is set up for"),
    });
  });
});
