// Courses are added, changed, put on offer and withdrawn: by coordinators only, audited, and never half.
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { searchOffer } from "~/domain/bookings/bookings.server";
import {
  addCourse,
  changeBookingRules,
  changeCourse,
  offerCourse,
  readCourse,
  readCourseDetails,
  withdrawCourse,
} from "~/domain/catalogue/catalogue.server";
import { days } from "~/shared/clock";
import { Forbidden, NotFound } from "~/shared/problems";
import { makeWorld } from "../../support/world";
import { digestOf, watch } from "../support-check/ledger";
import { curiosity, entryBy, outsiders, withSources } from "./course-cast";

function setting() {
  const world = withSources(makeWorld());
  return { ...world, world, coordinate: world.as(world.coordinator) };
}

function added(given = curiosity, offered = true) {
  const { world, coordinate, ...rest } = setting();
  const result = addCourse(coordinate, { ...given, offered });
  if (!result.ok) throw new Error(result.reason);
  return { ...rest, world, coordinate, ...result.value };
}

describe("a course is added", () => {
  it("with all that is told of it, an address of its own, and one entry in the trail", () => {
    const { world, coordinate } = setting();
    const since = watch(world);
    const result = addCourse(coordinate, { ...curiosity, offered: true });
    if (!result.ok) throw new Error(result.reason);
    const { courseId, slug } = result.value;
    expect(slug).toBe("professional-curiosity");
    expect(readCourse(world, slug)).toMatchObject({
      id: courseId,
      title: "Professional curiosity",
      minutes: 180,
      offered: true,
      theme: { slug: "neglect" },
      boards: [{ code: "KIDS" }, { code: "ADULT" }],
      outcomes: ["Ask twice", "Say why"],
      competencies: [{ id: "recognise" }],
      learningSources: ["Practice review"],
    });
    expect(readCourseDetails(coordinate, slug)).toEqual({
      courseId,
      offered: true,
      details: { ...curiosity, boards: ["ADULT", "KIDS"] },
    });
    expect(since()).toEqual({
      messages: [],
      audit: [
        entryBy(world, {
          action: "catalogue.course added",
          subjectKind: "course",
          subjectId: courseId,
          detail: { offered: true },
        }),
      ],
    });
  });

  it("and found at once, or kept back until it is put on offer", () => {
    const all = { number: 1, size: 50 };
    const slugs = (world: Parameters<typeof searchOffer>[0]) =>
      searchOffer(world, {}, all).courses.map(({ slug }) => slug);
    expect(slugs(added().world)).toContain("professional-curiosity");
    expect(slugs(added(curiosity, false).world)).not.toContain("professional-curiosity");
  });

  it.each([
    ["a title that another has, but for case and spaces", { title: "  NEGLECT " }, "title taken"],
    ["a theme that is not there", { themeSlug: "none" }, "no such theme"],
    ["no board", { boards: [] }, "no boards"],
    ["a board that is not there", { boards: ["KIDS", "NONE"] }, "no such board"],
    ["no outcomes", { outcomes: [] }, "no outcomes"],
    ["the same outcome twice", { outcomes: ["Ask twice", "ask  twice"] }, "outcome twice"],
    ["a competency that is not there", { competencies: ["none"] }, "no such competency"],
    ["a review that is not there", { learningSources: ["NONE"] }, "no such learning source"],
    ["no time", { minutes: 0 }, "no taught time"],
    ["half a minute", { minutes: 0.5 }, "no taught time"],
  ])("but not with %s", (_, mistake, reason) => {
    const { world, coordinate } = setting();
    const before = digestOf(world.db);
    expect(addCourse(coordinate, { ...curiosity, ...mistake, offered: true })).toEqual({ ok: false, reason });
    expect(digestOf(world.db)).toBe(before);
  });

  it("twice with titles that come to the same address under two", () => {
    const { coordinate } = added();
    expect(
      addCourse(coordinate, { ...curiosity, title: "Professional: curiosity!", offered: true }),
    ).toMatchObject({
      value: { slug: "professional-curiosity-2" },
    });
  });
});

describe("a course is changed", () => {
  it("in what differs, which the trail names; its address stays", () => {
    const { world, coordinate, courseId, slug } = added();
    const since = watch(world);
    const change = {
      title: "Curiosity",
      outcomes: ["Say why", "Ask twice"],
      learningSources: [],
      minutes: 200,
    };
    expect(changeCourse(coordinate, { courseId, ...curiosity, ...change })).toMatchObject({ ok: true });
    expect(readCourse(world, slug)).toMatchObject({ slug, ...change });
    expect(since().audit).toEqual([
      entryBy(world, {
        action: "catalogue.course changed",
        subjectKind: "course",
        subjectId: courseId,
        detail: { fields: ["title", "minutes", "outcomes", "learningSources"] },
      }),
    ]);
  });

  it("not at all by the same details again, in whatever order boards are ticked", () => {
    const { world, coordinate, courseId } = added();
    const before = digestOf(world.db);
    const again = { ...curiosity, boards: ["ADULT", "KIDS", "KIDS"] };
    expect(changeCourse(coordinate, { courseId, ...again })).toMatchObject({ ok: true });
    expect(digestOf(world.db)).toBe(before);
  });

  it("not to a title that another course has, but to its own in other letters", () => {
    const { coordinate, courseId } = added();
    const to = (title: string) => changeCourse(coordinate, { courseId, ...curiosity, title });
    expect(to("Neglect")).toEqual({ ok: false, reason: "title taken" });
    expect(to("PROFESSIONAL CURIOSITY")).toMatchObject({ ok: true });
  });

  it("not so that the board whose terms hold is left out", () => {
    const { world, coordinate, courseId } = added();
    changeBookingRules(coordinate, {
      courseId,
      approval: "none",
      audience: [],
      termsBoardCode: "ADULT",
      certificateNeeds: "attendance",
      certificateMonths: null,
    });
    const before = digestOf(world.db);
    expect(changeCourse(coordinate, { courseId, ...curiosity, boards: ["KIDS"] })).toEqual({
      ok: false,
      reason: "terms board left out",
    });
    expect(digestOf(world.db)).toBe(before);
  });
});

describe("a course is withdrawn", () => {
  it("and put on offer again, each once in the trail however often it is said", () => {
    const { world, coordinate, courseId } = added();
    const since = watch(world);
    for (const _ of [1, 2]) expect(withdrawCourse(coordinate, courseId)).toMatchObject({ ok: true });
    expect(readCourse(world, "professional-curiosity").offered).toBe(false);
    for (const _ of [1, 2]) expect(offerCourse(coordinate, courseId)).toMatchObject({ ok: true });
    expect(readCourse(world, "professional-curiosity").offered).toBe(true);
    expect(since().audit.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["catalogue.course withdrawn", courseId],
      ["catalogue.course offered", courseId],
    ]);
  });

  it("not while sessions of it are to come or run, and says how many", () => {
    const { world, coordinate } = setting();
    world.session();
    const second = world.session();
    world.session({ status: "draft" });
    expect(withdrawCourse(coordinate, "course")).toEqual({ ok: false, reason: { toCome: 2 } });
    const { sessions } = world.tables;
    world.db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, second)).run();
    expect(withdrawCourse(coordinate, "course")).toEqual({ ok: false, reason: { toCome: 1 } });
    world.db.update(sessions).set({ status: "closed" }).where(eq(sessions.status, "published")).run();
    expect(withdrawCourse(coordinate, "course")).toEqual({ ok: false, reason: { toCome: 1 } });
    world.clock.forward(days(14));
    expect(withdrawCourse(coordinate, "course")).toEqual({ ok: false, reason: { toCome: 1 } });
    world.clock.forward(days(1));
    expect(withdrawCourse(coordinate, "course")).toMatchObject({ ok: true });
  });
});

it("is for coordinators and the system, nobody else", () => {
  const { world, courseId } = added();
  const refused = outsiders(world);
  const before = digestOf(world.db);
  for (const ctx of refused) {
    expect(() => addCourse(ctx, { ...curiosity, title: "Another", offered: true })).toThrow(Forbidden);
    expect(() => changeCourse(ctx, { courseId, ...curiosity, minutes: 1 })).toThrow(Forbidden);
    expect(() => withdrawCourse(ctx, courseId)).toThrow(Forbidden);
    expect(() => offerCourse(ctx, courseId)).toThrow(Forbidden);
    expect(() => readCourseDetails(ctx, "neglect")).toThrow(Forbidden);
  }
  expect(digestOf(world.db)).toBe(before);
  expect(addCourse(world.asSystem, { ...curiosity, title: "Another", offered: true })).toMatchObject({
    ok: true,
  });
});

it("finds no course by an id that none has", () => {
  const { coordinate } = setting();
  expect(() => changeCourse(coordinate, { courseId: "none", ...curiosity })).toThrow(NotFound);
  expect(() => withdrawCourse(coordinate, "none")).toThrow(NotFound);
  expect(() => readCourseDetails(coordinate, "none")).toThrow(NotFound);
});
