// The people of the demonstration: who waits to be confirmed, who has left, who has two accounts, and what was asked of us.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Db, openDatabase } from "db/client";
import { seedDemonstration } from "db/seed/demonstration";
import signIns from "db/seed/sign-ins.json";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findSignedInPerson, listAgencies, readPartnership, signIn } from "~/domain/accounts/accounts.server";
import { type Context, stranger } from "~/domain/context";
import { listComplaints } from "~/domain/personal-data/personal-data.server";
import { days, fixedClock } from "~/shared/clock";
import { countedIds } from "~/shared/ids";

/** Tuesday 24 November 2026, 10:00 in London. */
const now = Date.UTC(2026, 10, 24, 10);

const folder = mkdtempSync(join(tmpdir(), "seed-people-"));
let db: Db;
beforeAll(async () => {
  const path = join(folder, "tuesday.db");
  copyFileSync(inject("migratedDatabase"), path);
  db = openDatabase(path);
  await seedDemonstration(db, { now, scale: 1 });
});
afterAll(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

type Row = {
  id: string;
  email: string;
  name: string;
  agency: string;
  disabled_at: number | null;
  line_manager_email: string | null;
};
const people = (where: string) =>
  db.$client
    .prepare<[], Row>(
      `select p.*, a.name as agency from people p join agencies a on a.id = p.agency_id where ${where} order by p.created_at`,
    )
    .all();
const personId = (email: string) => people(`p.email = '${email}'`)[0]?.id ?? "";
const ids = countedIds("test");
const ctx = (): Context => ({
  db,
  clock: fixedClock(now),
  ids,
  actor: stranger,
  screen: "test",
});
const as = (email: string): Context => {
  const actor = findSignedInPerson({ db }, personId(email))?.actor;
  if (!actor) throw new Error(`Nobody can be ${email}.`);
  return { ...ctx(), actor };
};
const audited = (action: string) =>
  db.$client
    .prepare<[string], { at: number; about_person_id: string | null; actor_kind: string }>(
      "select * from audit_entries where action = ?",
    )
    .all(action);

const agencyOfLead = "Blackpool Council Children's Services";

it("asks nobody for a second factor, so that each sign-in opens with the password alone", async () => {
  expect(readPartnership({ db }).secondFactorRoles).toEqual([]);
  for (const { email } of signIns.people) {
    const form = { email, password: signIns.password, device: null };
    expect((await signIn(ctx(), form)).ok, email).toBe(true);
  }
});

it("gives every agency a mail domain", () => {
  for (const { id, name } of listAgencies({ db })) {
    const domains = db.$client.prepare("select domain from agency_domains where agency_id = ?").all(id);
    expect(domains, name).toHaveLength(1);
  }
});

describe("what people told of themselves", () => {
  const told = (column: string) => people(`p.${column} is not null`).length;

  it("has access needs apart from dietary needs, and nobody's lunch among the access needs", () => {
    expect(told("access_needs")).toBeGreaterThan(15);
    expect(told("dietary_needs")).toBeGreaterThan(30);
    expect(people("p.access_needs like '%egetarian%' or p.access_needs like '%alal%'")).toEqual([]);
  });

  it("has a team for every learner, whose line manager leads people in the same team", () => {
    const learners = people("p.email like 'learner%'");
    expect(people("p.email like 'learner%' and p.team is null")).toEqual([]);
    const led = learners.filter(({ line_manager_email: email }) => email !== null);
    expect(led.length).toBeGreaterThan(100);
    expect(
      people(`p.email like 'learner%' and not exists (select 1 from people m where m.email = p.line_manager_email
        and m.agency_id = p.agency_id and m.team = p.team and m.role_group_id = 'line-manager')
        and p.line_manager_email is not null`),
    ).toEqual([]);
  });

  it("has six people under manager@, who may see them by that alone", () => {
    const confirmed = people(
      "p.line_manager_email = 'manager@example.org' and p.agency_standing = 'confirmed'",
    );
    expect(confirmed.length).toBeGreaterThanOrEqual(6);
    expect(findSignedInPerson({ db }, personId("manager@example.org"))?.actor.roles).toEqual(
      new Set(["line_manager"]),
    );
  });
});

describe("who came and went", () => {
  it("has three who wait for lead@ to confirm them, the newest asked about within two days", () => {
    const waiting = people("p.agency_standing = 'awaiting'");
    expect(waiting.map(({ agency }) => agency)).toEqual([agencyOfLead, agencyOfLead, agencyOfLead]);
    expect(people("p.email = 'lead@example.org'")[0]?.agency).toBe(agencyOfLead);
    const asked = db.$client
      .prepare<[string], { state: string; dueAt: number }>(
        "select state, due_at as dueAt from outbox where kind = 'account to confirm' and to_person_id = ?",
      )
      .all(personId("lead@example.org"));
    // The one that lead@ declined was asked about too.
    expect(asked).toHaveLength(4);
    // One written in the night or on a Saturday still waits for a working day's morning.
    const recent = asked.filter(({ dueAt }) => dueAt > now - days(2));
    expect(recent.length).toBeGreaterThan(0);
    expect(asked.filter(({ state }) => state === "waiting")).toEqual(recent);
  });

  it("has one whom lead@ declined, and told", () => {
    const declined = people("p.agency_standing = 'declined'");
    expect(declined).toHaveLength(1);
    expect(audited("accounts.agency declined").map((entry) => entry.about_person_id)).toEqual([
      declined[0]?.id,
    ]);
    expect(
      db.$client
        .prepare("select 1 from outbox where kind = 'agency declined' and to_person_id = ?")
        .all(declined[0]?.id),
    ).toHaveLength(1);
  });

  it("has two leavers, who once came to a session and cannot sign in any more", () => {
    const left = people("p.disabled_at is not null");
    expect(left).toHaveLength(2);
    expect(
      audited("accounts.disabled")
        .map((entry) => entry.about_person_id)
        .sort(),
    ).toEqual(left.map(({ id }) => id).sort());
    for (const { id } of left) {
      expect(findSignedInPerson({ db }, id)).toBeNull();
      expect(
        db.$client.prepare("select 1 from bookings where person_id = ? and state = 'attended'").all(id),
      ).toHaveLength(1);
    }
  });

  it("has one person with two accounts, both booked on the same coming session, and each with one of its own", () => {
    const twice = people("p.name in (select name from people group by name having count(*) > 1)");
    expect(new Set(twice.map(({ name }) => name)).size).toBe(1);
    expect(twice).toHaveLength(2);
    const booked = twice.map(({ id }) =>
      db.$client
        .prepare<[string, number], { session_id: string }>(
          `select b.session_id from bookings b join sessions s on s.id = b.session_id
           where b.person_id = ? and b.state = 'confirmed' and s.starts_at > ?`,
        )
        .all(id, now)
        .map((row) => row.session_id),
    );
    expect(booked[0]).toHaveLength(1);
    expect(booked[1]).toEqual(booked[0]);
    for (const { id } of twice) {
      expect(
        db.$client.prepare("select 1 from bookings where person_id = ? and state = 'attended'").all(id),
      ).toHaveLength(1);
    }
  });
});

it("has one complaint that waits to be acknowledged in time, and one that was answered", () => {
  const { open, answered } = listComplaints(as("admin@example.org"), { answered: 10 });
  expect(open).toMatchObject([{ standing: { kind: "to acknowledge" } }]);
  expect(open[0]?.standing.kind === "to acknowledge" && open[0].standing.daysLeft).toBeGreaterThan(20);
  expect(answered).toMatchObject([{ standing: { kind: "answered" } }]);
  expect(audited("personal-data.complaint acknowledged")).toHaveLength(1);
});

it("tells of sign-ins in each of the last eight weeks, and of a few mistyped passwords", () => {
  const entries = audited("accounts.signed in").filter(({ at }) => at < now);
  for (let week = 0; week < 8; week += 1) {
    const inWeek = entries.filter(({ at }) => now - at >= days(7 * week) && now - at < days(7 * week + 7));
    expect(inWeek.length, `${week} weeks ago`).toBeGreaterThan(4);
  }
  const refused = audited("accounts.sign-in refused");
  expect(refused.length).toBeGreaterThan(1);
  expect(refused.every(({ about_person_id: about }) => about === null)).toBe(true);
});

it("was set up as a real partnership is, by the service itself", () => {
  expect(audited("accounts.partnership set up")).toMatchObject([{ actor_kind: "system" }]);
  expect(audited("catalogue.offer set up")).toMatchObject([{ actor_kind: "system" }]);
});
