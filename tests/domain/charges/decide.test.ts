// Waiving, appealing and answering: who may, once, with what words, and that a stranger gets nothing.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { appealUntil } from "~/domain/charges/charges";
import { answerAppeal, appealCharge, readCharge, waiveCharge } from "~/domain/charges/charges.server";
import { roles } from "~/domain/context";
import { Forbidden, NotFound } from "~/shared/problems";
import { digestOf, inShort, watch } from "../support-check/ledger";
import { chargeWorld } from "./charge-world";

const note = "A family emergency.";

test("a coordinator waives with a note, which the person is told; again changes nothing", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  const added = watch(world);
  expect(waiveCharge(world.as(world.coordinator), { chargeId, note })).toEqual({ ok: true, value: null });
  expect(added().audit).toMatchObject([
    {
      action: "charges.waived",
      actorPersonId: world.coordinator,
      aboutPersonId: world.ann,
      detail: { kind: "late cancellation", pence: 5000, from: "due", noteGiven: true },
    },
  ]);
  expect(JSON.stringify(added().audit)).not.toContain(note);
  expect(added().messages).toMatchObject([
    { kind: "charge answered", toPersonId: world.ann, facts: { outcome: "waived", note, pence: 5000 } },
  ]);
  const before = digestOf(world.db);
  expect(waiveCharge(world.as(world.coordinator), { chargeId, note: "again" })).toEqual({
    ok: true,
    value: null,
  });
  expect(digestOf(world.db)).toBe(before);
});

test("the person appeals once; it is refused, and then it stands for good", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  const ann = world.as(world.ann);
  const added = watch(world);
  expect(appealCharge(ann, { chargeId, note })).toEqual({ ok: true, value: null });
  expect(inShort(added())).toEqual({ audit: ["charges.appealed"], messages: [] });
  const before = digestOf(world.db);
  expect(appealCharge(ann, { chargeId, note: "again" })).toEqual({ ok: true, value: null });
  expect(digestOf(world.db)).toBe(before);
  const coordinator = world.as(world.coordinator);
  expect(waiveCharge(coordinator, { chargeId, note })).toEqual({ ok: false, reason: "appealed" });
  expect(answerAppeal(coordinator, { chargeId, uphold: false, note: "It stands." })).toEqual({
    ok: true,
    value: null,
  });
  expect(inShort(added())).toEqual({
    audit: ["charges.appealed", "charges.due"],
    messages: ["charge answered"],
  });
  expect(added().messages[0]?.facts).toMatchObject({ outcome: "stands", note: "It stands." });
  expect(appealCharge(ann, { chargeId, note })).toEqual({ ok: false, reason: "answered already" });
  expect(answerAppeal(coordinator, { chargeId, uphold: true, note })).toEqual({
    ok: false,
    reason: "not appealed",
  });
  expect(readCharge(ann, chargeId)).toMatchObject({
    state: "due",
    appeal: "answered already",
    mayDecide: false,
    changes: [
      { to: "due", by: "the service" },
      { to: "appealed", by: "the person", note },
      { to: "due", by: "a coordinator", note: "It stands." },
    ],
  });
});

test("their agency's lead appeals for them, and a coordinator upholds it", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  expect(appealCharge(world.as(world.lead), { chargeId, note }).ok).toBe(true);
  expect(
    answerAppeal(world.as(world.coordinator), { chargeId, uphold: true, note: "You are right." }).ok,
  ).toBe(true);
  expect(world.stateOf(chargeId)).toBe("waived");
  expect(readCharge(world.as(world.lead), chargeId).changes.map(({ by }) => by)).toEqual([
    "the service",
    "their agency",
    "a coordinator",
  ]);
  expect(appealCharge(world.as(world.ann), { chargeId, note })).toEqual({ ok: false, reason: "not due" });
});

test("an appeal is open to the end of the 28th day in London, and no longer", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  const second = world.dueCharge(world.person());
  const until = appealUntil(world.clock.now());
  world.clock.set(until + 1);
  expect(appealCharge(world.as(world.ann), { chargeId, note })).toEqual({ ok: false, reason: "too late" });
  expect(readCharge(world.as(world.ann), chargeId).appeal).toBe("too late");
  world.clock.set(until);
  expect(appealCharge(world.as(world.lead), { chargeId: second, note }).ok).toBe(true);
});

test("nobody but coordinators waives or answers, and no coordinator their own", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  const answer = { chargeId, uphold: true, note };
  for (const role of roles.filter((one) => one !== "coordinator")) {
    const ctx = world.as(world.person({ roles: [role] }));
    expect(() => waiveCharge(ctx, { chargeId, note }), role).toThrow(Forbidden);
    expect(() => answerAppeal(ctx, answer), role).toThrow(Forbidden);
  }
  for (const ctx of [world.stranger, world.asSystem]) {
    expect(() => waiveCharge(ctx, { chargeId, note })).toThrow(Forbidden);
    expect(() => answerAppeal(ctx, answer)).toThrow(Forbidden);
  }
  const own = world.dueCharge(world.coordinator);
  const themselves = world.as(world.coordinator);
  expect(waiveCharge(themselves, { chargeId: own, note })).toEqual({ ok: false, reason: "your own charge" });
  expect(appealCharge(themselves, { chargeId: own, note }).ok).toBe(true);
  expect(answerAppeal(themselves, { chargeId: own, uphold: true, note })).toEqual({
    ok: false,
    reason: "your own charge",
  });
  const leadsToo = world.as(world.person({ roles: ["coordinator", "agency_lead"] }));
  expect(waiveCharge(leadsToo, { chargeId, note })).toEqual({ ok: false, reason: "your own charge" });
});

test("for everyone else there is no such charge: colleagues, other agencies, strangers, unconfirmed leads", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  const doubtful = world.person({ roles: ["agency_lead"] });
  world.db
    .update(world.tables.people)
    .set({ agencyStanding: "awaiting" })
    .where(eq(world.tables.people.id, doubtful))
    .run();
  const colleague = world.person();
  const admin = world.person({ roles: ["admin"] });
  const before = digestOf(world.db);
  for (const id of [colleague, world.otherLead, doubtful, admin]) {
    expect(() => readCharge(world.as(id), chargeId)).toThrow(NotFound);
    expect(() => appealCharge(world.as(id), { chargeId, note })).toThrow(NotFound);
  }
  expect(() => appealCharge(world.as(world.coordinator), { chargeId, note })).toThrow(NotFound);
  for (const ctx of [world.stranger, world.asSystem]) {
    expect(() => readCharge(ctx, chargeId)).toThrow(NotFound);
    expect(() => appealCharge(ctx, { chargeId, note })).toThrow(NotFound);
  }
  expect(() => readCharge(world.as(world.ann), "none")).toThrow(NotFound);
  expect(digestOf(world.db)).toBe(before);
});

test("what became of a charge is not changed and not deleted, save that a note is taken out", () => {
  const world = chargeWorld();
  const chargeId = world.dueCharge();
  waiveCharge(world.as(world.coordinator), { chargeId, note });
  const run = (statement: string) => () => world.db.$client.prepare(statement).run();
  expect(run("update charge_changes set to_state = 'due'")).toThrow(/append-only/);
  expect(run("update charge_changes set note = 'another'")).toThrow(/append-only/);
  expect(run("delete from charge_changes")).toThrow(/append-only/);
  expect(run("update booking_terms set version = 9")).toThrow(/never changed/);
  expect(run("delete from booking_terms")).toThrow(/never changed/);
  run("update charge_changes set note = null")();
  expect(world.changesOf(chargeId).map((change) => change.note)).toEqual([null, null]);
});
