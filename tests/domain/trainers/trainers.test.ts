// The training pool: who may keep it, what each may teach and until when.
import { describe, expect, test } from "vitest";
import { roles } from "~/domain/context";
import {
  addTrainer,
  approveTrainer,
  listPool,
  mayTeach,
  readTeaching,
} from "~/domain/trainers/trainers.server";
import { addDays } from "~/shared/civil-time";
import { Forbidden } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";

const joined = "2026-11-01";

test("someone is taken into the pool with the role, both audited, and no message; again is refused and changes nothing", () => {
  const world = makeWorld();
  const ann = world.person({ name: "Ann" });
  const ctx = world.as(world.coordinator);
  const added = watch(world);
  const joining = { personId: ann, kind: "lived experience" as const, joinedOn: joined };
  expect(addTrainer(ctx, joining)).toEqual({ ok: true, value: null });
  expect(world.as(ann).actor).toMatchObject({ roles: new Set(["trainer"]) });
  expect(added().audit).toMatchObject([
    { action: "accounts.role granted", subjectId: ann, detail: { role: "trainer" } },
    {
      action: "trainers.joined",
      actorPersonId: world.coordinator,
      subjectId: ann,
      aboutPersonId: ann,
      detail: { kind: "lived experience", joinedOn: joined },
    },
  ]);
  expect(added().messages).toEqual([]);
  const before = digestOf(world.db);
  expect(addTrainer(ctx, { ...joining, kind: "practitioner" })).toEqual({
    ok: false,
    reason: "already in the pool",
  });
  expect(addTrainer(ctx, { ...joining, personId: "nobody" })).toEqual({
    ok: false,
    reason: "no such person",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("an approval holds to its last day; a later one replaces the day", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  const ann = world.person();
  addTrainer(ctx, { personId: ann, kind: "practitioner", joinedOn: joined });
  const approve = (until: string) => approveTrainer(ctx, { personId: ann, courseId: "course", until });
  const added = watch(world);
  expect(approve(world.today)).toEqual({ ok: true, value: null });
  expect(approve(addDays(world.today, 400))).toEqual({ ok: true, value: null });
  expect(readTeaching(world, ann, "course")).toMatchObject({ approvedUntil: addDays(world.today, 400) });
  expect(added().audit).toMatchObject([
    { action: "trainers.approved", subjectId: "course", aboutPersonId: ann, detail: { until: world.today } },
    { action: "trainers.approved", detail: { until: addDays(world.today, 400) } },
  ]);
  expect(world.db.select().from(world.tables.trainerApprovals).all()).toHaveLength(1);
});

test("an approval that is over already, or for someone outside the pool, is refused and changes nothing", () => {
  const world = makeWorld();
  const ctx = world.as(world.coordinator);
  const ann = world.person();
  const approval = { personId: ann, courseId: "course", until: addDays(world.today, 1) };
  const outside = digestOf(world.db);
  expect(approveTrainer(ctx, approval)).toEqual({ ok: false, reason: "not in the pool" });
  expect(digestOf(world.db)).toBe(outside);
  addTrainer(ctx, { personId: ann, kind: "practitioner", joinedOn: joined });
  const before = digestOf(world.db);
  expect(approveTrainer(ctx, { ...approval, until: addDays(world.today, -1) })).toEqual({
    ok: false,
    reason: "already over",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("only coordinators and the system keep the pool", () => {
  const world = makeWorld();
  const ann = world.person();
  const trainer = world.trainer();
  const others = roles
    .filter((role) => role !== "coordinator")
    .map((role) => world.person({ roles: [role] }));
  const contexts = [world.stranger, ...[ann, trainer, ...others].map(world.as)];
  const before = digestOf(world.db);
  const until = addDays(world.today, 30);
  for (const ctx of contexts) {
    expect(() => addTrainer(ctx, { personId: ann, kind: "practitioner", joinedOn: joined })).toThrow(
      Forbidden,
    );
    expect(() => approveTrainer(ctx, { personId: trainer, courseId: "course", until })).toThrow(Forbidden);
    expect(() => addTrainer(ctx, { personId: "nobody", kind: "practitioner", joinedOn: joined })).toThrow(
      Forbidden,
    );
  }
  expect(digestOf(world.db)).toBe(before);
  expect(addTrainer(world.asSystem, { personId: ann, kind: "practitioner", joinedOn: joined })).toMatchObject(
    { ok: true },
  );
});

test("the pool lists everyone by name with what each may teach", () => {
  const world = makeWorld();
  world.trainer("Zoe");
  world.trainer("Abe");
  expect(listPool(world)).toMatchObject([
    { name: "Abe", agencyName: "Police", kind: "practitioner", approvals: [{ courseTitle: "Neglect" }] },
    { name: "Zoe", approvals: [{ until: addDays(world.today, 730) }] },
  ]);
});

describe("whether someone may teach on given days", () => {
  const trainer = { joinedOn: "2026-01-10", leftOn: null as string | null };
  const days = (firstDay: string, lastDay = firstDay) => ({ firstDay, lastDay });
  test.each([
    ["on the day they joined", trainer, "2027-01-01", days("2026-01-10"), null],
    ["the day before they joined", trainer, "2027-01-01", days("2026-01-09"), "not in the pool"],
    ["on the last day of the approval", trainer, "2026-03-02", days("2026-03-02"), null],
    [
      "the day after the approval",
      trainer,
      "2026-03-02",
      days("2026-03-03"),
      "approval ends before the session",
    ],
    [
      "when only the second day is after the approval",
      trainer,
      "2026-03-02",
      days("2026-03-02", "2026-03-03"),
      "approval ends before the session",
    ],
    [
      "on their last day in the pool",
      { ...trainer, leftOn: "2026-03-02" },
      "2027-01-01",
      days("2026-03-02"),
      null,
    ],
    [
      "when they leave between the days",
      { ...trainer, leftOn: "2026-03-02" },
      "2027-01-01",
      days("2026-03-02", "2026-03-03"),
      "not in the pool",
    ],
    ["without approval for the course", trainer, null, days("2026-03-02"), "not approved for this course"],
    ["outside the pool", null, "2027-01-01", days("2026-03-02"), "not in the pool"],
  ])("%s", (_, member, approvedUntil, session, answer) => {
    expect(mayTeach(member, approvedUntil, session)).toBe(answer);
  });
});
