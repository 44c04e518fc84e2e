// Versions of a board's terms: who makes them, from when they hold, and which holds for a course.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roles } from "~/domain/context";
import { startingRules, type TermsRules } from "~/domain/terms/terms";
import { listTerms, readTerms, setTerms, termsOfCourse } from "~/domain/terms/terms.server";
import { instantOf } from "~/shared/civil-time";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";

const costing = (pounds: number): TermsRules => ({
  ...startingRules,
  rates: { halfDayPence: pounds * 50, fullDayPence: pounds * 100 },
});

function setting() {
  const world = makeWorld();
  const set = (boardCode: string, pounds: number, inForceFrom = world.clock.now()) => {
    const result = setTerms(world.as(world.coordinator), { boardCode, rules: costing(pounds), inForceFrom });
    if (!result.ok) throw new Error(result.reason);
    return result.value.termsId;
  };
  const rateAt = (at?: number) => termsOfCourse(world, "course", at).rules.rates.fullDayPence;
  return { ...world, set, rateAt };
}

test("a version is written once with its audit entry and no message; the same again is refused", () => {
  const world = setting();
  const ctx = world.as(world.coordinator);
  const version = { boardCode: "KIDS", rules: costing(60), inForceFrom: world.clock.now() };
  const added = watch(world);
  const made = setTerms(ctx, version);
  expect(made).toMatchObject({ ok: true, value: { version: 1 } });
  if (!made.ok) return;
  expect(added()).toMatchObject({
    audit: [
      {
        action: "terms.set",
        actorPersonId: world.coordinator,
        subjectKind: "board",
        subjectId: "KIDS",
        detail: { termsId: made.value.termsId, version: 1, from: world.today },
      },
    ],
    messages: [],
  });
  expect(readTerms(world, made.value.termsId)).toMatchObject({ version: 1, rules: costing(60) });
  const before = digestOf(world.db);
  expect(setTerms(ctx, version)).toEqual({ ok: false, reason: "nothing changed" });
  expect(setTerms(ctx, { ...version, rules: costing(1), inForceFrom: world.clock.now() - 1 })).toEqual({
    ok: false,
    reason: "in the past",
  });
  expect(digestOf(world.db)).toBe(before);
});

test("only coordinators set them, for a board that exists, and within what terms may be", () => {
  const world = setting();
  const version = { boardCode: "KIDS", rules: costing(60), inForceFrom: world.clock.now() };
  for (const role of roles.filter((one) => one !== "coordinator"))
    expect(() => setTerms(world.as(world.person({ roles: [role] })), version), role).toThrow(Forbidden);
  expect(() => setTerms(world.as(world.person()), version)).toThrow(Forbidden);
  expect(() => setTerms(world.stranger, version)).toThrow(Forbidden);
  const ctx = world.as(world.coordinator);
  expect(() => setTerms(ctx, { ...version, boardCode: "NONE" })).toThrow(NotFound);
  expect(() => setTerms(ctx, { ...version, rules: costing(-1) })).toThrow();
  expect(world.db.select().from(world.tables.bookingTerms).all()).toEqual([]);
});

test("a course goes by its first board's terms, or by those of the board chosen for it; without any nothing is charged", () => {
  const world = setting();
  const none = termsOfCourse(world, "course");
  expect(none).toEqual({ id: null, boardCode: "KIDS", version: 0, inForceFrom: 0, rules: startingRules });
  world.db.insert(world.tables.courseBoards).values({ courseId: "course", boardCode: "ADULT" }).run();
  world.set("ADULT", 70);
  expect(termsOfCourse(world, "course").id).toBeNull();
  world.set("KIDS", 60);
  expect(world.rateAt()).toBe(6000);
  world.db
    .update(world.tables.courses)
    .set({ termsBoardCode: "ADULT" })
    .where(eq(world.tables.courses.id, "course"))
    .run();
  expect(world.rateAt()).toBe(7000);
  expect(() => termsOfCourse(world, "none")).toThrow(NotFound);
  expect(() => readTerms(world, "none")).toThrow(NotFound);
});

test("a version holds from its instant, also across clock changes; one that is to come is put right by another from the same day", () => {
  const world = setting();
  world.set("KIDS", 10);
  const springForward = instantOf("2027-03-28", "00:00");
  world.set("KIDS", 20, springForward);
  world.set("KIDS", 30, springForward);
  world.set("KIDS", 40, instantOf("2027-09-01", "00:00"));
  expect(world.rateAt()).toBe(1000);
  expect(world.rateAt(springForward - 1)).toBe(1000);
  expect(world.rateAt(springForward)).toBe(3000);
  expect(world.rateAt(instantOf("2027-09-01", "00:00"))).toBe(4000);
  const board = () => listTerms(world).find((one) => one.board.code === "KIDS");
  const rates = (versions?: { rules: TermsRules }[]) =>
    versions?.map(({ rules }) => rules.rates.fullDayPence);
  expect(board()?.now.rules.rates.fullDayPence).toBe(1000);
  expect(rates(board()?.coming)).toEqual([3000, 4000]);
  expect(rates(board()?.past)).toEqual([2000]);
  world.clock.set(instantOf("2027-09-01", "00:00"));
  expect(rates(board()?.coming)).toEqual([]);
  expect(rates(board()?.past)).toEqual([3000, 2000, 1000]);
  expect(listTerms(world).find((one) => one.board.code === "ADULT")).toMatchObject({
    now: { id: null },
    coming: [],
    past: [],
  });
});

test("a version stored before there were graces by kind and notes is read as it was meant", () => {
  const world = setting();
  const { lateGraceFor: _grace, note: _note, ...older } = costing(60);
  world.db
    .insert(world.tables.bookingTerms)
    .values({ id: "old", boardCode: "KIDS", version: 1, inForceFrom: 0, rules: older, madeAt: 0 })
    .run();
  expect(readTerms(world, "old").rules).toEqual(costing(60));
});
