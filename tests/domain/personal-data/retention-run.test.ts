// A run ends what is due, once and whole; who may run it, and who may change how long something is kept.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { retentionCodes, retentionRules } from "~/domain/personal-data/personal-data";
import {
  changeRetention,
  isRetentionDue,
  previewRetention,
  runRetention,
} from "~/domain/personal-data/personal-data.server";
import { civilDateAt, instantOf } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { runDue } from "~/worker.server";
import { testSettings } from "../../support/web";
import { makeWorld } from "../../support/world";
import { contentOf, digestOf, watch } from "../support-check/ledger";
import { adminOf, keep, lineOf } from "./kept-records";

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
    expect(() => runRetention(world.as(world.coordinator))).toThrow(Forbidden);
    keep.letters(world, old);
    const admin = adminOf(world);
    const coordinator = world.as(world.coordinator);
    const others = [world.as(world.person()), world.as(world.trainer()), world.stranger];
    const before = contentOf(world.db);
    for (const ctx of [coordinator, ...others]) expect(() => runRetention(ctx)).toThrow(Forbidden);
    for (const ctx of others) expect(() => previewRetention(ctx)).toThrow(Forbidden);
    expect(previewRetention(coordinator).lines.find(({ code }) => code === "letters")?.due).toBe(1);
    expect(contentOf(world.db)).toBe(before);
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

test("the worker runs it with its first turn of the day, and not again before the next", async () => {
  const world = makeWorld(instantOf("2026-11-03", "10:00"));
  const turn = () => runDue({ ...world, settings: testSettings });
  keep.complaints(world, 0);
  expect((await turn()).recordsEnded).toBe(1);
  keep.complaints(world, 0);
  world.clock.set(instantOf("2026-11-03", "23:59"));
  expect((await turn()).recordsEnded).toBe(0);
  world.clock.set(instantOf("2026-11-04", "00:00"));
  expect((await turn()).recordsEnded).toBe(1);
  const runs = world.db.select().from(world.tables.auditEntries).all();
  expect(runs.map(({ actorKind, screen }) => [actorKind, screen])).toEqual([
    ["system", "worker"],
    ["system", "worker"],
  ]);
});

describe("changing how long something is kept", () => {
  test("counts from the next run on, is audited with before and after, and again changes nothing", () => {
    const world = makeWorld();
    const ctx = adminOf(world);
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
    const ctx = adminOf(world);
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
