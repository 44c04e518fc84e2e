// Finding entries: by whom and about whom, what, when and to what; the newest first, and each once.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditActions, groupOf } from "~/domain/audit/audit";
import { searchAudit } from "~/domain/audit/audit.server";
import { instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { trailWorld } from "./trail";

function twoPeople() {
  const world = trailWorld();
  const ann = world.person({ name: "Ann Able" });
  const bob = world.person({ name: "Bob Brave" });
  return { ...world, ann, bob };
}

test("the newest come first, each with its names, words and screen", () => {
  const { write, search, ann, bob, clock } = twoPeople();
  write("accounts.viewed", { by: ann, about: bob });
  write("audit.exported", { by: bob, subject: { kind: "audit trail", id: "entries" } });
  const [first, second] = search().lines;
  expect(first).toEqual({
    id: expect.any(Number),
    at: clock.now(),
    by: { personId: bob, name: "Bob Brave" },
    about: null,
    action: "audit.exported",
    deed: "Downloaded audit entries",
    detail: "1 entry",
    subject: { kind: "audit trail", id: "entries", label: "" },
    screen: "test",
  });
  expect(second).toMatchObject({
    by: { name: "Ann Able" },
    about: { personId: bob, name: "Bob Brave" },
    deed: "Looked at a person's record",
    subject: { kind: "person", id: bob, label: "Bob Brave" },
  });
});

test("the system, a stranger, and people who are no longer on record have words of their own", () => {
  const { write, search, db, tables } = twoPeople();
  write("sessions.published", { about: "gone" });
  const row = db.select().from(tables.auditEntries).get();
  db.insert(tables.auditEntries)
    .values({ ...row, id: 90, actorKind: "stranger", detail: {}, at: 2 ** 45 } as never)
    .run();
  expect(search().lines).toMatchObject([
    { by: null },
    { by: "the service itself", about: { personId: "gone", name: "Someone no longer on record" } },
  ]);
});

test("by person: what they did and what was done about them, each entry once", () => {
  const { write, found, search, ann, bob } = twoPeople();
  write("accounts.viewed", { by: ann, about: bob });
  write("accounts.signed out", { by: ann, about: ann });
  write("accounts.viewed", { by: bob });
  const abouts = ["Ann Able: Signed out (Ann Able)", "Ann Able: Looked at a person's record (Bob Brave)"];
  expect(found({ personId: ann })).toEqual(abouts);
  expect(search({ personId: ann })).toMatchObject({ count: 2, personName: "Ann Able" });
  expect(found({ who: "ann" })).toEqual(abouts);
  expect(found({ who: " ABLE " })).toEqual(abouts);
  expect(search({ who: "b" }).count, "both are meant, and the entry between them counts once").toBe(3);
  expect(found({ who: "zebra" })).toEqual([]);
  expect(found({ who: "brave", personId: ann }), "nobody is both").toEqual([]);
  expect(found({ personId: "nobody at all" })).toEqual([]);
});

test("by address, by Welsh, curly and right-to-left names", () => {
  const world = trailWorld();
  const names = ["Ŵyn Llŷr", "Siân O’Neill", "نورا Nour", "🦊 Fox", "Ann"];
  const ids = names.map((name) => world.person({ name }));
  for (const id of ids) world.write("accounts.signed out", { by: id });
  const named = (who: string) => world.search({ who }).lines.map(({ by }) => (by as { name: string }).name);
  expect(named("ŵyn llŷr".normalize("NFD"))).toEqual(["Ŵyn Llŷr"]);
  expect(named("o'neill")).toEqual(["Siân O’Neill"]);
  expect(named("نورا")).toEqual(["نورا Nour"]);
  expect(named("🦊")).toEqual(["🦊 Fox"]);
  expect(named(`${ids[4]}@POLICE`)).toEqual(["Ann"]);
  expect(named("100%")).toEqual([]);
});

test("more people than can be meant is refused", () => {
  const world = trailWorld();
  for (let i = 0; i < 20; i++) world.person({ name: `Sam Same ${i}` });
  expect(searchAudit(world.reader(), { who: "sam same" })).toMatchObject({ ok: true });
  world.person({ name: "Sam Same" });
  expect(searchAudit(world.reader(), { who: "sam same" })).toEqual({ ok: false, reason: "too many people" });
});

test("a person's entries include those of the accounts that were merged into theirs", () => {
  const { write, found, db, tables, ann, bob } = twoPeople();
  write("accounts.signed out", { by: bob });
  expect(found({ personId: ann })).toEqual([]);
  db.update(tables.people).set({ mergedIntoId: ann, disabledAt: 1 }).where(eq(tables.people.id, bob)).run();
  expect(found({ personId: ann })).toEqual(["Bob Brave: Signed out"]);
  expect(found({ personId: bob })).toEqual(["Bob Brave: Signed out"]);
});

test("by deed, by group, and both with a person", () => {
  const { write, found, ann, bob } = twoPeople();
  write("accounts.viewed", { by: ann, about: bob });
  write("sessions.published", { by: ann });
  write("accounts.signed out", { by: bob });
  const accounts = auditActions.filter((action) => groupOf(action) === "accounts");
  expect(found({ actions: ["sessions.published"] })).toEqual(["Ann Able: Published a session"]);
  expect(found({ actions: accounts })).toEqual([
    "Bob Brave: Signed out",
    "Ann Able: Looked at a person's record (Bob Brave)",
  ]);
  expect(found({ actions: accounts, personId: ann })).toEqual([
    "Ann Able: Looked at a person's record (Bob Brave)",
  ]);
  expect(found({ actions: ["audit.exported"] })).toEqual([]);
});

test("days are London's, from the first instant of the first to the last of the last", () => {
  const { write, search, ann } = twoPeople();
  // British summer time: the day begins at 23:00 in UTC.
  const first = instantOf("2026-07-01", "00:00");
  const after = instantOf("2026-07-03", "00:00");
  expect(new Date(first).toISOString()).toBe("2026-06-30T23:00:00.000Z");
  const moments = [first - 1, first, after - 1, after];
  for (const at of moments) write("accounts.signed out", { by: ann, at });
  const at = (filter: Parameters<typeof search>[0]) => search(filter).lines.map((line) => line.at);
  expect(at({ from: "2026-07-01", to: "2026-07-02" })).toEqual([after - 1, first]);
  expect(at({ from: "2026-07-01" })).toEqual([after, after - 1, first]);
  expect(at({ to: "2026-06-30", personId: ann })).toEqual([first - 1]);
  expect(at({ to: "9999-12-31", actions: ["accounts.signed out"] })).toHaveLength(4);
  expect(search({ from: "2026-07-01", to: "2026-07-02", who: "ann" }).count).toBe(2);
});

test("by subject, with its words", () => {
  const { write, search, found, session, book, ann, bob, db, tables } = twoPeople();
  const sessionId = session();
  const bookingId = book(sessionId, ann);
  const reference = db.select().from(tables.bookings).get()?.reference;
  write("accounts.viewed", { by: bob, subject: { kind: "session", id: bookingId } });
  const dated = "Neglect, Tuesday 17 November 2026 at 9:30am";
  expect(search({ subject: { kind: "session", id: sessionId } }).lines).toMatchObject([
    {
      action: "sessions.scheduled",
      detail: "published, 2 places, 17 November 2026",
      subject: { label: dated },
    },
  ]);
  expect(search({ subject: { kind: "booking", id: bookingId } }).lines).toMatchObject([
    { action: "bookings.confirmed", subject: { label: `Booking ${reference}: ${dated}` } },
  ]);
  expect(found({ subject: { kind: "booking", id: bookingId }, personId: bob })).toEqual([]);
  expect(found({ subject: { kind: "booking", id: bookingId }, actions: ["audit.exported"] })).toEqual([]);
});

test("leafing shows each entry once, in order, while new ones arrive and many share a moment", () => {
  const { write, search, ann, clock } = twoPeople();
  for (let i = 0; i < 120; i++)
    write("accounts.signed out", { by: ann, at: clock.now() + Math.floor(i / 40) });
  const everything = search().count;
  const seen: number[] = [];
  let before: number | undefined;
  for (let page = 1; page <= 10; page++) {
    const { lines, olderThan } = search({ personId: ann, before });
    seen.push(...lines.map((line) => line.id));
    for (let i = 0; i < 7; i++) write("accounts.viewed", { by: ann, about: ann });
    if (olderThan === null) break;
    before = olderThan;
  }
  expect(everything).toBe(120);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i));
});

test("a page holds fifty, and tells of older ones only where there are some", () => {
  const { write, search, ann } = twoPeople();
  for (let i = 0; i < 50; i++) write("accounts.signed out", { by: ann });
  expect(search()).toMatchObject({ count: 50, olderThan: null });
  write("accounts.signed out", { by: ann });
  const newest = search();
  expect([newest.lines.length, newest.count, newest.olderThan]).toEqual([50, 51, newest.lines.at(-1)?.id]);
  expect(search({ before: newest.olderThan ?? 0 }).lines).toHaveLength(1);
  expect(search({ before: 987_654 }).lines, "an entry that is not there").toHaveLength(50);
});

test("is for coordinators and admins", () => {
  const { as, person, stranger, reader } = trailWorld();
  for (const role of ["agency_lead", "trainer", "sdg_member", "scrutineer"] as const) {
    expect(() => searchAudit(as(person({ roles: [role] })), {})).toThrow(Forbidden);
  }
  expect(() => searchAudit(as(person()), {})).toThrow(Forbidden);
  expect(() => searchAudit(stranger, {})).toThrow(Forbidden);
  expect(searchAudit(as(person({ roles: ["admin"] })), {})).toMatchObject({ ok: true });
  expect(searchAudit(reader(), {})).toMatchObject({ ok: true });
});
