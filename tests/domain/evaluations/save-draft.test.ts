// A form that was begun is kept as typed, until it is sent or its time is over; its fields are told to nobody else.
import { expect, test } from "vitest";
import { lineManagerField } from "~/domain/evaluations/evaluations";
import { readDraft, saveDraft } from "~/domain/evaluations/evaluations.server";
import { runRetention } from "~/domain/personal-data/personal-data.server";
import { instantOf, startOfDay } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { digestOf, inShort, nothing, watch } from "../support-check/ledger";
import { saidWorld } from "./said-world";

test("kept, read again, and kept anew in place of what was there; only that it was begun is audited", () => {
  const { world, booking, learner, clock, rows } = saidWorld();
  const key = { bookingId: booking, stage: "T0" } as const;
  expect(readDraft(world, key)).toBeNull();
  const added = watch(world);
  expect(saveDraft(world.stranger, key, { "answer-act": "3", "answer-words": "Secret words" }).ok).toBe(true);
  clock.forward(60_000);
  expect(saveDraft(world.stranger, key, { "answer-act": "4", [lineManagerField]: "yes" }).ok).toBe(true);
  expect(readDraft(world, key)).toEqual({ "answer-act": "4", [lineManagerField]: "yes" });
  expect(readDraft(world, { ...key, stage: "T1" })).toBeNull();
  expect(rows().drafts).toMatchObject([{ savedAt: clock.now() }]);
  expect(inShort(added())).toEqual({ audit: ["evaluations.begun"], messages: [] });
  expect(added().audit).toMatchObject([
    { subjectId: booking, aboutPersonId: learner, detail: { stage: "T0" } },
  ]);
  expect(JSON.stringify(added())).not.toContain("Secret");
  expect(rows().responses).toEqual([]);
});

test("blank fields and fields of no evaluation are left out", () => {
  const { world, booking } = saidWorld();
  const key = { bookingId: booking, stage: "T0" } as const;
  const typed = {
    "answer-act": "",
    "quote-words": "yes",
    "commitment-1-what": "Ring",
    csrf: "x",
    instrument: "i",
  };
  saveDraft(world.stranger, key, typed);
  expect(readDraft(world, key)).toEqual({ "quote-words": "yes", "commitment-1-what": "Ring" });
});

test("more than any form holds is refused, and what was there stays", () => {
  const { world, booking } = saidWorld();
  const key = { bookingId: booking, stage: "T0" } as const;
  saveDraft(world.stranger, key, { "answer-act": "3" });
  const before = digestOf(world.db);
  const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`answer-${index}`, "1"]));
  for (const fields of [many, { "answer-words": "x".repeat(40_001) }])
    expect(saveDraft(world.stranger, key, fields)).toEqual({ ok: false, reason: "too long" });
  expect(digestOf(world.db)).toBe(before);
});

test("nothing is kept where nothing may be answered, or of a booking that is not there", () => {
  const { world, booking, clock, startsAt } = saidWorld();
  const added = watch(world);
  const fields = { "answer-act": "3" };
  expect(saveDraft(world.stranger, { bookingId: booking, stage: "T2" }, fields)).toEqual({
    ok: false,
    reason: "not open yet",
  });
  clock.set(startsAt + 31 * 60_000);
  expect(saveDraft(world.stranger, { bookingId: booking, stage: "T0" }, fields)).toEqual({
    ok: false,
    reason: "closed",
  });
  expect(() => saveDraft(world.stranger, { bookingId: "none", stage: "T0" }, fields)).toThrow(NotFound);
  expect(inShort(added())).toEqual(nothing);
});

test("sent, it is gone", () => {
  const { world, booking, give, rows } = saidWorld();
  saveDraft(world.stranger, { bookingId: booking, stage: "T0" }, { "answer-act": "3" });
  give(booking, "T0", { answers: [{ itemId: "item-act", value: 3 }] });
  expect(rows().drafts).toEqual([]);
});

test("a form that was begun and not sent ends a month after it was last saved", () => {
  const { world, db, tables, clock, booking, rows } = saidWorld();
  const savedAt = instantOf("2026-11-03", "23:30");
  db.insert(tables.evaluationDrafts)
    .values({ bookingId: booking, stage: "T0", fields: { a: "b" }, savedAt })
    .run();
  clock.set(startOfDay("2026-12-03") - hours(1));
  runRetention(world.asSystem);
  expect(rows().drafts).toHaveLength(1);
  clock.set(startOfDay("2026-12-03"));
  expect(runRetention(world.asSystem)["evaluation drafts"]).toBe(1);
  expect(rows().drafts).toEqual([]);
});
