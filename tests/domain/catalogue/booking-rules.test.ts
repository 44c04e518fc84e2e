// What a course asks of those who book it: read, changed, and never in a circle.
import { describe, expect, it } from "vitest";
import {
  addCourse,
  addPrerequisite,
  changeBookingRules,
  endPrerequisite,
  type GivenPrerequisite,
  listCoursesAskingFor,
  readBookingRules,
} from "~/domain/catalogue/catalogue.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { curiosity, entryBy, outsiders, withSources } from "./course-cast";

const strict = {
  approval: "line manager",
  audience: ["front-line"],
  termsBoardCode: "KIDS",
  certificateNeeds: "attendance",
  certificateMonths: 36,
} as const;
const rules = { ...strict, audience: [...strict.audience], courseId: "course" };

function setting() {
  const world = withSources(makeWorld());
  const coordinate = world.as(world.coordinator);
  const course = (title: string) => {
    const added = addCourse(coordinate, { ...curiosity, title, offered: true });
    if (!added.ok) throw new Error(added.reason);
    return added.value.courseId;
  };
  const ask = (courseId: string, of: string, more: Partial<GivenPrerequisite> = {}) =>
    addPrerequisite(coordinate, { courseId, kind: "course", of, withinMonths: null, ...more });
  return { world, coordinate, course, ask };
}

describe("booking rules", () => {
  it("are open for everyone until they are set, then as they were set, with one entry in the trail", () => {
    const { world, coordinate } = setting();
    expect(readBookingRules(world, "course")).toEqual({
      approval: "none",
      audience: [],
      termsBoardCode: null,
      certificateNeeds: "attendance and evaluation",
      certificateMonths: null,
      prerequisites: [],
    });
    const since = watch(world);
    for (const _ of [1, 2]) expect(changeBookingRules(coordinate, rules)).toMatchObject({ ok: true });
    expect(readBookingRules(world, "course")).toEqual({
      ...strict,
      audience: [{ id: "front-line", name: "Front line" }],
      prerequisites: [],
    });
    expect(since()).toEqual({
      messages: [],
      audit: [
        entryBy(world, {
          action: "catalogue.booking rules changed",
          subjectKind: "course",
          subjectId: "course",
          detail: {
            fields: ["approval", "termsBoardCode", "certificateNeeds", "certificateMonths", "audience"],
          },
        }),
      ],
    });
  });

  it.each([
    ["a kind of work that is not there", { audience: ["none"] }, "no such kind of work"],
    ["the terms of a board that it does not serve", { termsBoardCode: "ADULT" }, "not one of its boards"],
    ["a certificate for no time", { certificateMonths: 0 }, "not a number of months"],
    ["a certificate for longer than ten years", { certificateMonths: 121 }, "not a number of months"],
  ])("cannot be %s", (_, mistake, reason) => {
    const { world, coordinate } = setting();
    const before = digestOf(world.db);
    expect(changeBookingRules(coordinate, { ...rules, ...mistake })).toEqual({ ok: false, reason });
    expect(digestOf(world.db)).toBe(before);
  });
});

describe("a prerequisite", () => {
  it("is a course, a competency or an e-learning by its name, in the order of asking", () => {
    const { world, course, ask } = setting();
    const first = course("First");
    const since = watch(world);
    const added = ask("course", first, { withinMonths: 36 });
    ask("course", "recognise", { kind: "competency" });
    ask("course", "  Prevent ", { kind: "e-learning", withinMonths: 12 });
    const { prerequisites } = readBookingRules(world, "course");
    expect(prerequisites).toMatchObject([
      { kind: "course", requiredCourseId: first, competencyId: null, name: "First", withinMonths: 36 },
      { kind: "competency", requiredCourseId: null, competencyId: "recognise", name: "Recognising neglect" },
      { kind: "e-learning", name: "Prevent", withinMonths: 12 },
    ]);
    if (!added.ok) throw new Error("Not added");
    const [entry, ...others] = since().audit;
    expect(entry).toEqual(
      entryBy(world, {
        action: "catalogue.prerequisite added",
        subjectKind: "course",
        subjectId: "course",
        detail: { prerequisiteId: added.value.prerequisiteId, kind: "course", withinMonths: 36 },
      }),
    );
    expect(others).toHaveLength(2);
    expect(JSON.stringify(others)).not.toContain("Prevent");
    expect(listCoursesAskingFor(world, first)).toEqual([{ slug: "neglect", title: "Neglect" }]);
  });

  it.each<[string, Partial<GivenPrerequisite> & { of: string }, string]>([
    ["no course", { of: "none" }, "no such thing"],
    ["no competency", { kind: "competency", of: "none" }, "no such thing"],
    ["no name", { kind: "e-learning", of: "  " }, "no such thing"],
    ["the course itself", { of: "course" }, "the course itself"],
    ["a span of no months", { kind: "e-learning", of: "Prevent", withinMonths: 0 }, "not a number of months"],
  ])("is not %s", (_, { of, ...more }, kind) => {
    const { world, ask } = setting();
    const before = digestOf(world.db);
    expect(ask("course", of, more)).toEqual({ ok: false, reason: { kind } });
    expect(digestOf(world.db)).toBe(before);
  });

  it("is asked for once, an e-learning in whatever letters", () => {
    const { world, course, ask } = setting();
    const first = course("First");
    ask("course", first);
    ask("course", "Prevent", { kind: "e-learning" });
    const before = digestOf(world.db);
    const twice = { ok: false, reason: { kind: "asked for already" } };
    expect(ask("course", first, { withinMonths: 12 })).toEqual(twice);
    expect(ask("course", "PREVENT", { kind: "e-learning" })).toEqual(twice);
    expect(digestOf(world.db)).toBe(before);
  });

  it("makes no circle, however long, and says the way around it", () => {
    const { world, course, ask } = setting();
    const [second, third] = [course("Second"), course("Third")];
    expect(ask("course", second)).toMatchObject({ ok: true });
    expect(ask(second, third)).toMatchObject({ ok: true });
    const before = digestOf(world.db);
    expect(ask(second, "course")).toEqual({
      ok: false,
      reason: { kind: "circle", titles: ["Neglect", "Second"] },
    });
    expect(ask(third, "course")).toEqual({
      ok: false,
      reason: { kind: "circle", titles: ["Neglect", "Second", "Third"] },
    });
    expect(digestOf(world.db)).toBe(before);
    expect(ask("course", third)).toMatchObject({ ok: true });
  });

  it("is ended and kept, once in the trail; then the way is free", () => {
    const { world, coordinate, course, ask } = setting();
    const second = course("Second");
    const added = ask("course", second);
    if (!added.ok) throw new Error("Not added");
    const { prerequisiteId } = added.value;
    const since = watch(world);
    for (const _ of [1, 2]) endPrerequisite(coordinate, { courseId: "course", prerequisiteId });
    expect(readBookingRules(world, "course").prerequisites).toEqual([]);
    expect(world.db.select().from(world.tables.coursePrerequisites).all()).toMatchObject([
      { id: prerequisiteId, endedAt: world.clock.now() },
    ]);
    expect(since().audit).toEqual([
      entryBy(world, {
        action: "catalogue.prerequisite ended",
        subjectKind: "course",
        subjectId: "course",
        detail: { prerequisiteId, kind: "course" },
      }),
    ]);
    expect(listCoursesAskingFor(world, second)).toEqual([]);
    expect(ask(second, "course")).toMatchObject({ ok: true });
    expect(ask("course", "Prevent", { kind: "e-learning" })).toMatchObject({ ok: true });
  });

  it("is ended for its own course only", () => {
    const { coordinate, course, ask } = setting();
    const second = course("Second");
    const added = ask("course", second);
    if (!added.ok) throw new Error("Not added");
    const { prerequisiteId } = added.value;
    expect(() => endPrerequisite(coordinate, { courseId: second, prerequisiteId })).toThrow(NotFound);
  });
});

it("is for coordinators, nobody else", () => {
  const { world, course, ask } = setting();
  const second = course("Second");
  const added = ask("course", second);
  const prerequisiteId = added.ok ? added.value.prerequisiteId : "";
  const refused = outsiders(world);
  const before = digestOf(world.db);
  for (const ctx of refused) {
    expect(() => changeBookingRules(ctx, rules)).toThrow(Forbidden);
    expect(() =>
      addPrerequisite(ctx, { courseId: "course", kind: "e-learning", of: "Prevent", withinMonths: null }),
    ).toThrow(Forbidden);
    expect(() => endPrerequisite(ctx, { courseId: "course", prerequisiteId })).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});

it("finds no rules of a course that is not there", () => {
  const { world, coordinate } = setting();
  expect(() => readBookingRules(world, "none")).toThrow(NotFound);
  expect(() => changeBookingRules(coordinate, { ...rules, courseId: "none" })).toThrow(NotFound);
});
