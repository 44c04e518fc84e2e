import type { Db } from "db/client";
import * as tables from "db/schema";
import blackpool from "db/set-up/blackpool.json";
import { setUp } from "db/set-up/set-up";
import { describe, expect, it } from "vitest";
import {
  findSignedInPerson,
  listAgencies,
  listBoards,
  listRoleGroups,
  readPartnership,
  registerPerson,
  requestLink,
  spendLink,
} from "~/domain/accounts/accounts.server";
import { type Context, stranger, system } from "~/domain/context";
import { fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";
import { Forbidden } from "~/shared/problems";
import { digestOf } from "../domain/support-check/ledger";
import { ownContext, ownDatabase } from "./import-workbench";
import { admin, answer, file, opened, planOf } from "./set-up-workbench";

const clock = fixedClock(Date.UTC(2026, 10, 3, 10));
const asStranger = (db: Db): Context => ({
  db,
  clock,
  ids: countedIds("visit"),
  actor: stranger,
  screen: "test",
});

const rulesOf = [
  "catalogue.booking rules changed",
  "catalogue.prerequisite added",
  "sessions.room added",
  "terms.set",
];

function countedBy<Row>(rows: Row[], by: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[by(row)] = (counts[by(row)] ?? 0) + 1;
  return counts;
}

describe("npm run set-up", () => {
  it("fills the database, says who is the first admin and where they sign in, and is audited as the system's", () => {
    const path = ownDatabase();
    expect(answer(path, file, ...admin)).toEqual({
      ok: true,
      value: [
        `${path} is set up for Blackpool Safeguarding Partnerships: 3 boards, 10 strategic delivery groups, 11 agencies, 8 kinds of work, 11 courses, 5 venues.`,
        "The first admin is Ada Adminson, ada@care-board.example.org. They have no password: they sign in with a link by email at",
        "  https://training.example.org/sign-in/link",
        "They are asked to set up a second factor when they do.",
      ].join("\n"),
    });
    const db = opened(path);
    expect(readPartnership({ db }).secondFactorRoles).toContain("admin");
    expect(listBoards({ db })).toHaveLength(3);
    expect(listAgencies({ db })).toHaveLength(11);
    expect(listRoleGroups({ db })).toHaveLength(8);
    const [person, ...others] = db.select().from(tables.people).all();
    expect(others).toEqual([]);
    expect(person).toMatchObject({ name: "Ada Adminson", agencyStanding: "confirmed", passwordHash: null });
    const actor = findSignedInPerson({ db }, person?.id ?? "")?.actor;
    expect(actor?.roles).toEqual(new Set(["admin"]));
    const audit = db.select().from(tables.auditEntries).orderBy(tables.auditEntries.id).all();
    // What courses ask for, rooms and terms go through the pages' own commands, and are audited by them.
    const rules = audit.filter(({ action }) => rulesOf.includes(action));
    expect(countedBy(rules, ({ action }) => action)).toEqual({
      "catalogue.booking rules changed": 10,
      "catalogue.prerequisite added": 1,
      "sessions.room added": 8,
      "terms.set": 3,
    });
    const careBoard = listAgencies({ db }).find(({ name }) => name.includes("Care Board"))?.id;
    expect(
      audit
        .filter((entry) => !rules.includes(entry))
        .map(({ actorKind, screen, action, subjectKind, subjectId, aboutPersonId, detail }) => {
          expect({ actorKind, screen }).toEqual({ actorKind: "system", screen: "npm run set-up" });
          return { action, subjectKind, subjectId, aboutPersonId, detail };
        }),
    ).toEqual([
      {
        action: "accounts.partnership set up",
        subjectKind: "partnership",
        subjectId: "1",
        aboutPersonId: null,
        detail: { boards: 3, groups: 10, agencies: 11, roleGroups: 8 },
      },
      {
        action: "accounts.added",
        subjectKind: "person",
        subjectId: person?.id,
        aboutPersonId: person?.id,
        detail: { agencyId: careBoard, roleGroupId: null },
      },
      {
        action: "accounts.role granted",
        subjectKind: "person",
        subjectId: person?.id,
        aboutPersonId: person?.id,
        detail: { role: "admin" },
      },
      {
        action: "catalogue.offer set up",
        subjectKind: "partnership",
        subjectId: "1",
        aboutPersonId: null,
        detail: {
          competencies: blackpool.competencies.length,
          requirements: blackpool.requirements.length,
          courses: 11,
        },
      },
    ]);
    expect(db.select().from(tables.outbox).all()).toEqual([]);
  });

  it("lets the first admin in by a link, and colleagues join by their address", async () => {
    const path = ownDatabase();
    answer(path, file, ...admin);
    const db = opened(path);
    const ctx = asStranger(db);
    requestLink(ctx, { email: "Ada@care-board.example.org", returnTo: "/admin" });
    const [letter] = db.select().from(tables.outbox).all();
    expect(letter).toMatchObject({ kind: "sign-in link", toEmail: "ada@care-board.example.org" });
    const linkId = db.select().from(tables.signInLinks).get()?.id ?? "";
    expect(await spendLink(ctx, { linkId, device: null })).toMatchObject({
      ok: true,
      value: { to: "signed in", returnTo: "/admin" },
    });
    const joined = await registerPerson(
      ctx,
      { email: "new@police.example.org", identity: null },
      {
        name: "New Colleague",
        roleGroupId: "police-front-line",
        team: null,
        lineManagerEmail: null,
        accessNeeds: null,
        dietaryNeeds: null,
      },
    );
    expect(joined.ok).toBe(true);
    expect(db.select().from(tables.people).all()).toHaveLength(2);
  });

  it("refuses a database that is set up already, and leaves it as it is", () => {
    const path = ownDatabase();
    answer(path, file, ...admin);
    const db = opened(path);
    const before = digestOf(db);
    expect(answer(path, file, "--admin", "Eve <eve@police.example.org>")).toEqual({
      ok: false,
      reason: `${path} is set up already. Nothing was written: change it on the admin pages.`,
    });
    expect(digestOf(db)).toBe(before);
  });

  it("refuses one that holds so much as one agency", () => {
    const path = ownDatabase();
    opened(path).insert(tables.agencies).values({ id: "a", name: "A", sector: "police" }).run();
    expect(answer(path, file, ...admin)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("already"),
    });
  });

  it("is for the service itself, nobody else", () => {
    const plan = planOf(blackpool);
    const ctx = ownContext({ kind: "person", personId: "x", agencyId: "y", roles: new Set(["admin"]) });
    expect(() => setUp(ctx, plan, null)).toThrow(Forbidden);
    expect(() => setUp({ ...ctx, actor: stranger }, plan, null)).toThrow(Forbidden);
    expect(setUp({ ...ctx, actor: system }, plan, null).ok).toBe(true);
  });
});
