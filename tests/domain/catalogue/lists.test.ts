// Themes and competencies: added, put in other words, moved, and removed where nothing rests on them.
import { describe, expect, it } from "vitest";
import {
  addCompetency,
  addPrerequisite,
  addTheme,
  changeCompetency,
  changeTheme,
  endPrerequisite,
  listCompetencies,
  listThemes,
  moveCompetency,
  moveTheme,
  removeCompetency,
  removeTheme,
} from "~/domain/catalogue/catalogue.server";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { entryBy, outsiders } from "./course-cast";

function setting() {
  const world = makeWorld();
  return { world, coordinate: world.as(world.coordinator) };
}
const help = { name: "Early help", years: "2026-27" };
const voice = { name: "Hearing children", description: "Asks and listens." };

describe("themes", () => {
  it("are added at the end, with an address of their own", () => {
    const { world, coordinate } = setting();
    const since = watch(world);
    expect(addTheme(coordinate, help)).toEqual({ ok: true, value: { slug: "early-help" } });
    expect(listThemes(world)).toMatchObject([{ slug: "neglect" }, { slug: "early-help", ...help }]);
    expect(since()).toEqual({
      messages: [],
      audit: [
        entryBy(world, {
          action: "catalogue.theme added",
          subjectKind: "theme",
          subjectId: "early-help",
          detail: {},
        }),
      ],
    });
    expect(addTheme(coordinate, { ...help, name: "EARLY  help" })).toEqual({
      ok: false,
      reason: "name taken",
    });
  });

  it("are put in other words under the same address; the same words change nothing", () => {
    const { world, coordinate } = setting();
    const since = watch(world);
    for (const _ of [1, 2])
      expect(changeTheme(coordinate, { slug: "neglect", name: "Neglect", years: "2026-27" })).toMatchObject({
        ok: true,
      });
    expect(since().audit).toMatchObject([
      { action: "catalogue.theme changed", subjectId: "neglect", detail: { fields: ["years"] } },
    ]);
    addTheme(coordinate, help);
    expect(changeTheme(coordinate, { slug: "neglect", ...help })).toEqual({
      ok: false,
      reason: "name taken",
    });
    expect(() => changeTheme(coordinate, { slug: "none", ...help, name: "None" })).toThrow(NotFound);
  });

  it("move a step, and no further than the end", () => {
    const { world, coordinate } = setting();
    addTheme(coordinate, help);
    addTheme(coordinate, { ...help, name: "Third" });
    const since = watch(world);
    const order = () => listThemes(world).map(({ slug }) => slug);
    moveTheme(coordinate, "third", "up");
    expect(order()).toEqual(["neglect", "third", "early-help"]);
    moveTheme(coordinate, "neglect", "down");
    expect(order()).toEqual(["third", "neglect", "early-help"]);
    moveTheme(coordinate, "third", "up");
    expect(order()).toEqual(["third", "neglect", "early-help"]);
    expect(since().audit.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
      ["third", { direction: "up" }],
      ["neglect", { direction: "down" }],
    ]);
    expect(() => moveTheme(coordinate, "none", "up")).toThrow(NotFound);
  });

  it("are removed where no course belongs to them", () => {
    const { world, coordinate } = setting();
    addTheme(coordinate, help);
    expect(removeTheme(coordinate, "neglect")).toEqual({ ok: false, reason: { courses: 1 } });
    expect(removeTheme(coordinate, "early-help")).toMatchObject({ ok: true });
    expect(listThemes(world).map(({ slug }) => slug)).toEqual(["neglect"]);
    expect(() => removeTheme(coordinate, "early-help")).toThrow(NotFound);
  });
});

describe("competencies", () => {
  it("are added, put in other words and moved", () => {
    const { world, coordinate } = setting();
    const since = watch(world);
    expect(addCompetency(coordinate, voice)).toEqual({ ok: true, value: { id: "hearing-children" } });
    expect(addCompetency(coordinate, { ...voice, name: "recognising NEGLECT" })).toEqual({
      ok: false,
      reason: "name taken",
    });
    const id = "hearing-children";
    for (const _ of [1, 2])
      expect(changeCompetency(coordinate, { id, ...voice, description: "Asks." })).toMatchObject({
        ok: true,
      });
    expect(changeCompetency(coordinate, { id, ...voice, name: "Recognising neglect" })).toMatchObject({
      ok: false,
    });
    for (const _ of [1, 2]) moveCompetency(coordinate, id, "up");
    expect(listCompetencies(world)).toMatchObject([
      { id, name: "Hearing children", description: "Asks.", position: 1 },
      { id: "recognise", position: 2 },
    ]);
    expect(
      since().audit.map(({ action, subjectKind, subjectId }) => [action, subjectKind, subjectId]),
    ).toEqual([
      ["catalogue.competency added", "competency", id],
      ["catalogue.competency changed", "competency", id],
      ["catalogue.competency moved", "competency", id],
    ]);
  });

  it("are removed where nothing rests on them, and the trail says so", () => {
    const { world, coordinate } = setting();
    addCompetency(coordinate, voice);
    const since = watch(world);
    expect(removeCompetency(coordinate, "hearing-children")).toMatchObject({ ok: true });
    expect(listCompetencies(world).map(({ id }) => id)).toEqual(["recognise"]);
    expect(since().audit).toMatchObject([{ action: "catalogue.competency removed" }]);
    expect(() => removeCompetency(coordinate, "hearing-children")).toThrow(NotFound);
  });

  it("stay where courses, needs, answers, rules past or present, or learning elsewhere rest on them", () => {
    const { world, coordinate } = setting();
    const { db, tables } = world;
    expect(removeCompetency(coordinate, "recognise")).toEqual({ ok: false, reason: ["courses"] });
    const uses = (competencyId: string) => {
      const removed = removeCompetency(coordinate, competencyId);
      return removed.ok ? [] : removed.reason;
    };
    const competency = (name: string) => {
      const added = addCompetency(coordinate, { ...voice, name });
      if (!added.ok) throw new Error(added.reason);
      return added.value.id;
    };
    const required = competency("Required");
    db.insert(tables.requirements)
      .values({ roleGroupId: "front-line", competencyId: required, boardCode: "KIDS" })
      .run();
    expect(uses(required)).toEqual(["requirements"]);

    const answered = competency("Answered");
    db.insert(tables.selfAssessments).values({ id: "a", personId: world.person(), takenAt: 1 }).run();
    db.insert(tables.selfAssessmentAnswers).values({ selfAssessmentId: "a", competencyId: answered }).run();
    expect(uses(answered)).toEqual(["self-assessments"]);

    const asked = competency("Asked for");
    const added = addPrerequisite(coordinate, {
      courseId: "course",
      kind: "competency",
      of: asked,
      withinMonths: null,
    });
    const prerequisiteId = added.ok ? added.value.prerequisiteId : "";
    endPrerequisite(coordinate, { courseId: "course", prerequisiteId });
    expect(uses(asked)).toEqual(["booking rules"]);

    const elsewhere = competency("Learnt elsewhere");
    db.insert(tables.externalLearning)
      .values({
        id: "e",
        personId: world.person(),
        title: "A course",
        provider: "A college",
        completedOn: "2026-01-01",
        minutes: 60,
        evidence: "A certificate",
        state: "submitted",
        submittedAt: 1,
      })
      .run();
    db.insert(tables.externalLearningCompetencies)
      .values({ externalLearningId: "e", competencyId: elsewhere })
      .run();
    expect(uses(elsewhere)).toEqual(["learning elsewhere"]);
  });
});

it("is for coordinators, nobody else", () => {
  const { world } = setting();
  const refused = outsiders(world);
  const before = digestOf(world.db);
  for (const ctx of refused) {
    for (const deed of [
      () => addTheme(ctx, help),
      () => changeTheme(ctx, { slug: "neglect", ...help }),
      () => moveTheme(ctx, "neglect", "up"),
      () => removeTheme(ctx, "neglect"),
      () => addCompetency(ctx, voice),
      () => changeCompetency(ctx, { id: "recognise", ...voice }),
      () => moveCompetency(ctx, "recognise", "up"),
      () => removeCompetency(ctx, "recognise"),
    ])
      expect(deed).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
});
