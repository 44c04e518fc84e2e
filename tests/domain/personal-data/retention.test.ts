// Retention: each rule ends what has been kept for its months, on the day and not before; nothing else; and once.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type RetentionCode, retentionCodes, retentionRules } from "~/domain/personal-data/personal-data";
import {
  changeRetention,
  isRetentionDue,
  previewRetention,
  runRetention,
} from "~/domain/personal-data/personal-data.server";
import { addDays, addMonths, civilDateAt, instantOf, startOfDay } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { contentOf, digestOf, watch } from "../support-check/ledger";
import { assessment, changePerson, keep, letter, letterRow, personRow } from "./kept-records";

/** Since when, by London's clock: both clock changes, both ends of a February, a leap day, and just before midnight. */
const beginnings = [
  ["2026-03-29", "00:30"],
  ["2026-03-28", "23:59"],
  ["2026-10-25", "01:30"],
  ["2026-08-31", "12:00"],
  ["2027-02-28", "00:00"],
  ["2028-02-29", "23:59"],
  ["2027-12-31", "23:30"],
] as const;

const lineOf = (world: World, code: RetentionCode) =>
  previewRetention(world.asSystem).lines.find((line) => line.code === code);

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

describe("a run", () => {
  const old = instantOf("2010-01-01", "12:00");

  test("writes one entry per rule with its count, and again changes nothing", () => {
    const world = makeWorld();
    keep.letters(world, old);
    keep.letters(world, old);
    keep.complaints(world, old);
    const added = watch(world);
    expect(runRetention(world.asSystem)).toMatchObject({ letters: 2, complaints: 1, leavers: 0 });
    const about = { actorKind: "system", actorPersonId: null, aboutPersonId: null, screen: "test" };
    const { audit, messages } = added();
    expect(messages).toEqual([]);
    expect(audit.map(({ id: _id, at: _at, ...entry }) => entry)).toEqual(
      [
        { rule: "letters", rows: 2 },
        { rule: "complaints", rows: 1 },
      ].map((detail) => ({
        ...about,
        action: "personal-data.retention run",
        subjectKind: "retention rule",
        subjectId: detail.rule,
        detail,
      })),
    );
    const after = digestOf(world.db);
    runRetention(world.asSystem);
    expect(digestOf(world.db)).toBe(after);
  });

  test("works in short transactions: more than one takes are done all the same, each audited", () => {
    const world = makeWorld();
    for (let n = 0; n < 501; n++) keep.letters(world, old + n);
    for (let n = 0; n < 11; n++) keep.leavers(world, old + n);
    const added = watch(world);
    expect(runRetention(world.asSystem)).toMatchObject({ letters: 501, leavers: 11 });
    const runs = added().audit.filter(({ action }) => action === "personal-data.retention run");
    expect(runs.map(({ detail }) => detail)).toEqual([
      { rule: "letters", rows: 500 },
      { rule: "letters", rows: 1 },
      { rule: "leavers", rows: 10 },
      { rule: "leavers", rows: 1 },
    ]);
  });

  test("that is cut in the middle has done part of it whole, and the next does the rest", () => {
    const world = makeWorld();
    keep.letters(world, old);
    for (let n = 0; n < 3; n++) keep.leavers(world, old + n);
    const { $client } = world.db;
    $client.exec(
      "create trigger cut before insert on erasures when (select count(*) from erasures) = 1 begin select raise(abort, 'the power failed'); end",
    );
    const added = watch(world);
    expect(() => runRetention(world.asSystem)).toThrow("the power failed");
    expect(isRetentionDue(world)).toBe(true);
    // The rule that was running left nothing behind: no half of its people, and no entry that tells of them.
    expect(added().audit.map(({ detail }) => detail)).toEqual([{ rule: "letters", rows: 1 }]);
    expect(world.db.select().from(world.tables.erasures).all()).toEqual([]);
    $client.exec("drop trigger cut");
    expect(runRetention(world.asSystem)).toMatchObject({ letters: 0, leavers: 3 });
    expect(isRetentionDue(world)).toBe(false);
  });

  test("ends as many records as the preview counts, whatever there is", () => {
    const world = makeWorld();
    const kinds = fc.constantFrom(...retentionCodes);
    const records = fc.array(fc.tuple(kinds, fc.integer({ min: -90 * 31, max: 60 })), { maxLength: 25 });
    const choices = fc.dictionary(kinds, fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(records, choices, (given, months) => {
        for (const [code, day] of given) keep[code](world, world.clock.now() + world.days(day));
        for (const [rule, count] of Object.entries(months))
          world.db
            .insert(world.tables.retentionRules)
            .values({ rule, months: count, changedAt: 0 })
            .onConflictDoUpdate({ target: world.tables.retentionRules.rule, set: { months: count } })
            .run();
        const { lines } = previewRetention(world.asSystem);
        const promised = Object.fromEntries(lines.map(({ code, due }) => [code, due]));
        expect(runRetention(world.asSystem)).toEqual(promised);
        const after = previewRetention(world.asSystem).lines;
        expect(after.every(({ due, oldest }) => due === 0 && oldest === null)).toBe(true);
        expect(after.map(({ next }) => next)).toEqual(lines.map(({ next }) => next));
        const today = civilDateAt(world.clock.now());
        expect(after.every(({ next }) => next === null || next > today)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("is for the system and administrators; coordinators see the preview, others nothing", () => {
    const world = makeWorld();
    keep.letters(world, old);
    const admin = world.as(world.person({ roles: ["admin"] }));
    const coordinator = world.as(world.coordinator);
    const before = contentOf(world.db);
    for (const ctx of [coordinator, world.as(world.person({ roles: ["agency_lead"] })), world.stranger])
      expect(() => runRetention(ctx)).toThrow(Forbidden);
    expect(previewRetention(coordinator).lines.find(({ code }) => code === "letters")?.due).toBe(1);
    for (const ctx of [world.as(world.person()), world.as(world.trainer()), world.stranger])
      expect(() => previewRetention(ctx)).toThrow(Forbidden);
    expect(before).not.toBe("");
    expect(runRetention(admin).letters).toBe(1);
  });

  test("is due once a London day", () => {
    const world = makeWorld(instantOf("2026-06-30", "23:58"));
    expect(isRetentionDue(world)).toBe(true);
    runRetention(world.asSystem);
    expect(isRetentionDue(world)).toBe(false);
    // Already July in London, still June in UTC.
    world.clock.set(instantOf("2026-07-01", "00:01"));
    expect(isRetentionDue(world)).toBe(true);
  });
});

describe("changing how long something is kept", () => {
  function admin(world: World) {
    return world.as(world.person({ name: "Admin", roles: ["admin"] }));
  }

  test("counts from the next run on, is audited with before and after, and again changes nothing", () => {
    const world = makeWorld();
    const ctx = admin(world);
    keep.letters(world, instantOf("2026-06-15", "12:00"));
    expect(lineOf(world, "letters")).toMatchObject({ months: 3, due: 1 });
    const added = watch(world);
    expect(changeRetention(ctx, { rule: "letters", months: 6 })).toEqual({ ok: true, value: null });
    changeRetention(ctx, { rule: "letters", months: 6 });
    expect(added()).toMatchObject({
      messages: [],
      audit: [
        {
          action: "personal-data.retention changed",
          subjectId: "letters",
          detail: { rule: "letters", from: 3, to: 6 },
        },
      ],
    });
    expect(lineOf(world, "letters")).toMatchObject({ months: 6, due: 0, next: "2026-12-15" });
    changeRetention(ctx, { rule: "letters", months: 3 });
    expect(added().audit.at(-1)?.detail).toEqual({ rule: "letters", from: 6, to: 3 });
    const kept = world.db.select().from(world.tables.retentionRules).all();
    expect(kept).toEqual([
      { rule: "letters", months: 3, changedAt: world.clock.now(), changedBy: expect.any(String) },
    ]);
  });

  test.each(retentionCodes)("%s: not under the least, nor for ever", (rule) => {
    const world = makeWorld();
    const ctx = admin(world);
    const { least } = retentionRules[rule];
    expect(retentionRules[rule].months).toBeGreaterThanOrEqual(least);
    const before = contentOf(world.db);
    for (const months of [least - 1, 0, -3, 1.5, Number.NaN])
      expect(changeRetention(ctx, { rule, months })).toEqual({ ok: false, reason: "too short" });
    expect(changeRetention(ctx, { rule, months: 241 })).toEqual({ ok: false, reason: "too long" });
    expect(contentOf(world.db)).toBe(before);
    expect(changeRetention(ctx, { rule, months: least })).toMatchObject({ ok: true });
  });

  test("is for administrators alone", () => {
    const world = makeWorld();
    const before = contentOf(world.db);
    for (const ctx of [world.as(world.coordinator), world.asSystem, world.stranger])
      expect(() => changeRetention(ctx, { rule: "letters", months: 6 })).toThrow(Forbidden);
    expect(contentOf(world.db)).toBe(before);
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
