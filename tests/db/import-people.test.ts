// A list of people taken in: who is added and how, what is left alone, and that nobody is written to.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "db/client";
import { importCommand } from "db/import/command";
import { reportLines } from "db/import/report-lines";
import { people } from "db/schema";
import { describe, expect, it } from "vitest";
import { findSignedInPerson, requestLink } from "~/domain/accounts/accounts.server";
import { startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { digestOf, watch } from "../domain/support-check/ledger";
import { makeWorld } from "../support/world";
import { csvLine, ownDatabase, ownFolder, peopleFile, peopleHeader } from "./import-workbench";
import { imported, jo, personAt, sam } from "./people-list";

describe("people who are new", () => {
  it("are added with what the list says: confirmed, without a password, leavers closed from their last day", () => {
    const world = makeWorld();
    const since = watch(world);
    const report = imported(world.asSystem, peopleFile(jo, sam));
    expect(reportLines(report)).toEqual([
      "2 read, 2 added, 0 unchanged, 0 refused",
      "2 people of 2 agencies, 1 leaver and 1 row without a kind of work. No message is sent to them: each can sign in with a link by email.",
    ]);
    const [first, second] = [
      personAt(world, "jo@police.example.org"),
      personAt(world, "sam@health.example.org"),
    ];
    expect(first).toEqual({
      id: expect.any(String),
      email: "jo@police.example.org",
      name: "Jo Bloggs",
      agencyId: "police",
      agencyStanding: "confirmed",
      agencyStandingSince: null,
      roleGroupId: "front-line",
      jobTitle: "Sergeant",
      team: "Night team",
      lineManagerEmail: "boss@police.example.org",
      accessNeeds: null,
      dietaryNeeds: null,
      passwordHash: null,
      createdAt: world.clock.now(),
      disabledAt: null,
      mergedIntoId: null,
      erasedAt: null,
    });
    expect(second).toMatchObject({
      agencyId: "health",
      roleGroupId: null,
      team: null,
      disabledAt: startOfDay("2026-05-05"),
    });
    const { audit, messages } = since();
    expect(messages).toEqual([]);
    const entry = { actorKind: "system", actorPersonId: null, at: world.clock.now(), screen: "test" };
    expect(audit).toEqual([
      {
        id: expect.any(Number),
        ...entry,
        action: "accounts.added",
        subjectKind: "person",
        subjectId: first?.id,
        aboutPersonId: first?.id,
        detail: { agencyId: "police", roleGroupId: "front-line" },
      },
      {
        id: expect.any(Number),
        ...entry,
        action: "accounts.added",
        subjectKind: "person",
        subjectId: second?.id,
        aboutPersonId: second?.id,
        detail: { agencyId: "health", roleGroupId: null, left: true },
      },
      {
        id: expect.any(Number),
        ...entry,
        action: "accounts.people imported",
        subjectKind: "import",
        subjectId: "staff.csv",
        aboutPersonId: null,
        detail: { file: "staff.csv", read: 2, added: 2, unchanged: 0, left: 1 },
      },
    ]);
  });

  it("sign in with a link, unless they have left; who they name as line manager is one", () => {
    const world = makeWorld();
    imported(world.asSystem, peopleFile(jo, sam, "Bo Oss,BOSS@police.example.org,Police,,,,,"));
    const id = (email: string) => personAt(world, email)?.id ?? "";
    expect(findSignedInPerson(world, id("jo@police.example.org"))).not.toBeNull();
    expect(findSignedInPerson(world, id("sam@health.example.org"))).toBeNull();
    expect(findSignedInPerson(world, id("BOSS@police.example.org"))?.actor.roles).toEqual(
      new Set(["line_manager"]),
    );
    const since = watch(world);
    requestLink(world.stranger, { email: "jo@police.example.org", returnTo: "/my" });
    expect(since().messages).toMatchObject([
      { kind: "sign-in link", toPersonId: id("jo@police.example.org") },
    ]);
  });

  it("may be of either agency that shares a mail domain, and of one whose domain is another", () => {
    const world = makeWorld();
    world.db
      .insert(world.tables.agencyDomains)
      .values([
        { domain: "council.example.org", agencyId: "police" },
        { domain: "council.example.org", agencyId: "health" },
      ])
      .run();
    imported(
      world.asSystem,
      peopleFile(
        "A,a@council.example.org,Police,,,,,",
        "B,b@council.example.org,Health,,,,,",
        "C,c@example.net,health,,,,,",
      ),
    );
    expect(
      ["a@council.example.org", "b@council.example.org", "c@example.net"].map((email) =>
        personAt(world, email),
      ),
    ).toMatchObject([
      { agencyId: "police", agencyStanding: "confirmed" },
      { agencyId: "health", agencyStanding: "confirmed" },
      { agencyId: "health", agencyStanding: "confirmed" },
    ]);
  });

  it.each([
    ["Welsh", "Siân Llŷn-ap-Gwŷdd"],
    ["composed in pieces", "Siân Llŷn-ap-Gwŷdd".normalize("NFD"), "Siân Llŷn-ap-Gwŷdd"],
    ["apostrophes", "D'Arcy O’Brien-'t Hooft"],
    ["an emoji of several parts", "Ffion 👩🏽‍🏫 Jones"],
    ["right to left", "שרה בן־דוד"],
    ["with marks that turn the line around", "\u202eevil\u202c Name", "evil Name"],
    ["over two lines", "Jo\r\nBloggs", "Jo Bloggs"],
    ["120 letters", "Ŵ".repeat(120)],
    ["a formula", '=HYPERLINK("http://example.org";"x")'],
    ["quotation marks and commas", 'Jo "The Hat" Bloggs, MBE'],
  ])("keep their name: %s", (_, given, kept = given) => {
    const world = makeWorld();
    const line = csvLine([given, "x@example.org", "Police", "", given, given, "", ""]);
    expect(imported(world.asSystem, peopleFile(line))).toMatchObject({ added: 1 });
    expect(personAt(world, "x@example.org")).toMatchObject({ name: kept, team: kept, jobTitle: kept });
    expect(imported(world.asSystem, peopleFile(line))).toMatchObject({ added: 0, unchanged: 1, refused: [] });
  });

  it("are ten thousand in a few seconds", () => {
    const world = makeWorld();
    const lines = Array.from(
      { length: 10_000 },
      (_, n) =>
        `Person ${n},p${n}@police.example.org,Police,Front line,Team ${n % 90},,p${n % 90}@health.example.org,`,
    );
    const began = performance.now();
    expect(imported(world.asSystem, peopleFile(...lines))).toMatchObject({ added: 10_000, refused: [] });
    expect(imported(world.asSystem, peopleFile(...lines))).toMatchObject({ unchanged: 10_000 });
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 30_000);
});

it("is for the service itself and admins, nobody else", () => {
  const world = makeWorld();
  const admin = world.person({ roles: ["admin"] });
  const lead = world.person({ roles: ["agency_lead"] });
  for (const ctx of [world.stranger, world.as(lead), world.as(world.coordinator)]) {
    expect(() => imported(ctx, peopleFile(jo))).toThrow(Forbidden);
    expect(() => imported(ctx, peopleFile(jo), true)).toThrow(Forbidden);
  }
  expect(personAt(world, "jo@police.example.org")).toBeUndefined();
  expect(imported(world.as(admin), peopleFile(jo))).toMatchObject({ added: 1 });
});

it("says what would happen in a dry run, and does nothing", () => {
  const world = makeWorld();
  const before = digestOf(world.db);
  expect(reportLines(imported(world.asSystem, peopleFile(jo, sam), true))).toEqual([
    "2 read, 2 would be added, 0 unchanged, 0 refused",
    expect.stringContaining("No message is sent"),
    "Dry run: nothing was written.",
  ]);
  expect(digestOf(world.db)).toBe(before);
});

it("is a kind of `npm run import`, from a file that a spreadsheet wrote", () => {
  const folder = ownFolder();
  const path = ownDatabase(folder);
  const db = openDatabase(path);
  db.$client.exec("insert into agencies (id, name, sector) values ('police', 'Police', 'police')");
  const file = join(folder, "staff.csv");
  writeFileSync(
    file,
    `\ufeff${peopleHeader}\r\n"Bloggs, Jo",jo@police.example.org,Police,,,,,\r\n,,,,,,,\r\n`,
  );
  const answer = (...words: string[]) => importCommand(words, { NODE_ENV: "test", DATABASE_PATH: path });
  expect(answer("people", file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1 read, 1 added, 0 unchanged, 0 refused\n/),
  });
  expect(answer("people", file)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^1 read, 0 added, 1 unchanged, 0 refused\n/),
  });
  expect(db.select().from(people).all()).toMatchObject([{ name: "Bloggs, Jo" }]);
  db.$client.close();
});
