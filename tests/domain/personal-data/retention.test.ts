// Retention: each rule ends what has been kept for its months, on the day and not before; and nothing else.
import { eq } from "drizzle-orm";
import { describe, expect, it, test } from "vitest";
import { retentionCodes, retentionRules } from "~/domain/personal-data/personal-data";
import { runRetention } from "~/domain/personal-data/personal-data.server";
import { addDays, addMonths, civilDateAt, instantOf, startOfDay } from "~/shared/civil-time";
import { makeWorld } from "../../support/world";
import { assessment, changePerson, charge, keep, letter, letterRow, lineOf, personRow } from "./kept-records";

/** Since when, by London's clock: both clock changes, a summer night, both ends of a February, a leap day, and
 * just before midnight. */
const beginnings = [
  ["2026-03-29", "00:30"],
  ["2026-03-28", "23:59"],
  ["2026-10-25", "01:30"],
  ["2026-07-01", "00:30"],
  ["2026-08-31", "12:00"],
  ["2027-02-28", "00:00"],
  ["2028-02-29", "23:59"],
  ["2027-12-31", "23:30"],
] as const;

describe.each(retentionCodes)("%s", (code) => {
  it.each(beginnings)("kept since %s %s: nothing on the day before, done on the day", (date, time) => {
    const since = instantOf(date, time);
    const world = makeWorld(since + 1000);
    const isWhole = keep[code](world, since);
    const day = addMonths(date, retentionRules[code].months);

    world.clock.set(instantOf(addDays(day, -1), "23:59") + 59_999);
    expect(lineOf(world, code)).toMatchObject({ due: 0, oldest: null, next: day });
    expect(runRetention(world.asSystem)[code]).toBe(0);
    expect(isWhole()).toBe(true);

    world.clock.set(startOfDay(day));
    expect(lineOf(world, code)).toMatchObject({ due: 1, oldest: date });
    expect(runRetention(world.asSystem)[code]).toBe(1);
    expect(isWhole()).toBe(false);
    expect(lineOf(world, code)).toMatchObject({ due: 0, oldest: null });
  });
});

test("months of different lengths: 29, 30 and 31 August are all due after six months on the last of February", () => {
  const world = makeWorld(instantOf("2026-08-20", "12:00"));
  for (const date of ["2026-08-28", "2026-08-29", "2026-08-31", "2026-09-01"])
    keep["unconfirmed accounts"](world, instantOf(date, "12:00"));
  world.clock.set(startOfDay("2027-02-28"));
  expect(lineOf(world, "unconfirmed accounts")).toMatchObject({ due: 3, next: "2027-03-01" });
});

describe("what is left alone", () => {
  const longAgo = instantOf("2015-01-01", "12:00");
  const later = instantOf("2030-01-01", "12:00");

  test("messages that wait, are being sent, or may have arrived", () => {
    const world = makeWorld(later);
    const ids = (["waiting", "sending", "unsure"] as const).map((state) =>
      letter(world, { state, createdAt: longAgo }),
    );
    expect(runRetention(world.asSystem).letters).toBe(0);
    expect(ids.map((id) => letterRow(world, id)?.text)).toEqual(["Welcome", "Welcome", "Welcome"]);
  });

  test("that a message was sent, which kind, when and to whose account", () => {
    const world = makeWorld(later);
    const reader = world.person();
    const about = { toPersonId: reader, toEmail: "a@example.org", createdAt: longAgo, sentAt: longAgo + 5 };
    const id = letter(world, { ...about, sentBy: "mail tray", attempts: 1 });
    const failed = letter(world, {
      state: "failed",
      createdAt: longAgo,
      lastProblem: "a@example.org bounced",
    });
    const before = letterRow(world, id);
    runRetention(world.asSystem);
    const words = { subject: null, html: null, text: null, calendar: null, calendarMethod: null, facts: {} };
    expect(letterRow(world, id)).toEqual({ ...before, ...words });
    // Nobody's account has this address, so no erasure would ever find it.
    expect(letterRow(world, failed)).toMatchObject({
      ...words,
      lastProblem: null,
      toEmail: "cleared@invalid",
    });
  });

  test("an old self-assessment while anything in it has no newer answer", () => {
    const world = makeWorld(later);
    const person = world.person();
    const first = assessment(world, person, longAgo, [{ lastTrained: "never", confidence: 2 }]);
    const second = assessment(world, person, longAgo + 1, [{ lastTrained: "not sure", confidence: null }]);
    assessment(world, world.person(), longAgo + 9);
    expect(lineOf(world, "self-assessments")).toMatchObject({ due: 0 });
    assessment(world, person, longAgo + 2, [{ lastTrained: null, confidence: 4 }]);
    expect(runRetention(world.asSystem)["self-assessments"]).toBe(1);
    const left = world.db.select().from(world.tables.selfAssessments).all();
    expect(left.map(({ id }) => id)).not.toContain(first);
    expect(left.map(({ id }) => id)).toContain(second);
    expect(left).toHaveLength(3);
  });

  test("complaints that are not answered, however old", () => {
    const world = makeWorld(later);
    const open = { name: "Ann", email: "ann@example.org", text: "Why?" };
    world.db
      .insert(world.tables.dataComplaints)
      .values({ id: "open", reference: "open", receivedAt: longAgo, ...open })
      .run();
    expect(runRetention(world.asSystem).complaints).toBe(0);
    expect(world.db.select().from(world.tables.dataComplaints).all()).toHaveLength(1);
  });

  test("what was written about a charge whose appeal nobody has answered", () => {
    const world = makeWorld(later);
    const { db, tables } = world;
    const chargeId = charge(world, world.person());
    const settle = (state: "appealed" | "waived") => db.update(tables.charges).set({ state }).run();
    settle("appealed");
    db.insert(tables.chargeChanges)
      .values({ chargeId, toState: "appealed", at: longAgo, note: "Ill." })
      .run();
    expect(runRetention(world.asSystem)["charge notes"]).toBe(0);
    settle("waived");
    expect(runRetention(world.asSystem)["charge notes"]).toBe(1);
    expect(db.select().from(tables.chargeChanges).all()).toMatchObject([{ toState: "appealed", note: null }]);
  });

  test("unconfirmed accounts with a booking or a role, and leavers who are still expected somewhere", () => {
    const world = makeWorld();
    const sessionId = world.session();
    const booked = world.person();
    world.book(sessionId, booked);
    const leaving = world.person();
    world.book(sessionId, leaving);
    const lead = world.person({ roles: ["agency_lead"] });
    const teaching = world.trainer();
    world.db
      .insert(world.tables.trainerAssignments)
      .values({ sessionId, personId: teaching, part: "lead", assignedAt: 0 })
      .run();
    for (const id of [booked, lead])
      changePerson(world, id, { agencyStanding: "declined", createdAt: longAgo });
    for (const id of [leaving, teaching]) changePerson(world, id, { disabledAt: longAgo });
    expect(runRetention(world.asSystem)).toMatchObject({ "unconfirmed accounts": 0, leavers: 0 });
    world.clock.forward(world.days(30));
    expect(runRetention(world.asSystem)).toMatchObject({ "unconfirmed accounts": 0, leavers: 2 });
    expect([leaving, teaching].map((id) => personRow(world, id)?.name)).toEqual([
      "Erased person",
      "Erased person",
    ]);
  });

  test("an account that was merged, until the account that took it over ends; then both end", () => {
    const world = makeWorld();
    const kept = world.person({ name: "Kim Kept" });
    const other = world.person({ name: "Kim Kept" });
    changePerson(world, other, { disabledAt: longAgo, mergedIntoId: kept });
    expect(runRetention(world.asSystem).leavers).toBe(0);
    changePerson(world, kept, { disabledAt: longAgo });
    expect(lineOf(world, "leavers")).toMatchObject({ due: 1 });
    expect(runRetention(world.asSystem).leavers).toBe(1);
    expect([kept, other].map((id) => personRow(world, id)?.erasedAt)).toEqual([
      world.clock.now(),
      world.clock.now(),
    ]);
  });
});

test("sign-in links that nobody used are kept from when they ran out, and sign-ins by their limits", () => {
  const world = makeWorld();
  const { signInLinks, authSessions } = world.tables;
  const now = world.clock.now();
  const link = { purpose: "join" as const, email: "a@example.org", returnTo: "/", requestedAt: now };
  world.db
    .insert(signInLinks)
    .values({ id: "unused", ...link, expiresAt: now + 600_000 })
    .run();
  const { days } = world;
  const used = { userId: world.coordinator, expiresAt: 9e9, startedAt: now };
  world.db
    .insert(authSessions)
    .values({ id: "busy", ...used, lastSeenAt: now + days(89) })
    .run();
  expect(lineOf(world, "sign-in links")).toMatchObject({ due: 0, next: "2026-12-03" });
  // In use until it was 90 days old, and a month more.
  expect(lineOf(world, "sign-ins")).toMatchObject({ due: 0, next: "2027-03-01" });
  expect(civilDateAt(now + days(90))).toBe("2027-02-01");
  expect(world.db.select().from(authSessions).where(eq(authSessions.id, "busy")).all()).toHaveLength(1);
});
