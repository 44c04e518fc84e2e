// A course as it is read, and the offer as it is searched: filters, words with tricks in them, pages out of range.
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  listNextSessions,
  listSessionsOfCourse,
  type OfferFilters,
  searchOffer,
} from "~/domain/bookings/bookings.server";
import {
  boardsOfCourses,
  listCompetencies,
  listThemes,
  readCourse,
} from "~/domain/catalogue/catalogue.server";
import { addDays, instantOf } from "~/shared/civil-time";
import { hours } from "~/shared/clock";
import { NotFound } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";

const all = { number: 1, size: 50 };

/** Another course of the offer, for boards of its own. */
function addCourse(
  world: World,
  slug: string,
  more: { title?: string; summary?: string; boards?: string[]; themeSlug?: string; offered?: boolean } = {},
) {
  const { boards = ["KIDS"], ...given } = more;
  world.db
    .insert(world.tables.courses)
    .values({
      id: slug,
      slug,
      title: slug,
      summary: "",
      audience: "",
      activityType: "training day",
      themeSlug: "neglect",
      minutes: 60,
      offered: true,
      ...given,
    })
    .run();
  for (const boardCode of boards)
    world.db.insert(world.tables.courseBoards).values({ courseId: slug, boardCode }).run();
  return slug;
}

const found = (world: World, filters: OfferFilters) =>
  searchOffer(world, filters, all).courses.map((course) => course.slug);

test("a course is read with its theme, boards in their order, outcomes, competencies and what it passes on", () => {
  const world = makeWorld();
  world.db.insert(world.tables.courseBoards).values({ courseId: "course", boardCode: "ADULT" }).run();
  world.db
    .insert(world.tables.courseOutcomes)
    .values({ courseId: "course", position: 0, text: "Say what neglect is" })
    .run();
  world.db
    .insert(world.tables.learningSourceKinds)
    .values({ code: "CSPR", name: "Child safeguarding practice review" })
    .run();
  world.db
    .insert(world.tables.courseLearningSources)
    .values({ courseId: "course", sourceCode: "CSPR" })
    .run();
  expect(readCourse(world, "neglect")).toMatchObject({
    title: "Neglect",
    theme: { slug: "neglect", name: "Neglect" },
    boards: [{ code: "KIDS" }, { code: "ADULT" }],
    outcomes: ["Say what neglect is", "Name three signs"],
    competencies: [{ id: "recognise", name: "Recognising neglect" }],
    learningSources: ["Child safeguarding practice review"],
  });
  expect(listThemes(world).map((theme) => theme.slug)).toEqual(["neglect"]);
  expect(listCompetencies(world).map((competency) => competency.id)).toEqual(["recognise"]);
  expect(
    boardsOfCourses(world)
      .get("course")
      ?.map((board) => board.shape),
  ).toEqual(["circle", "square"]);
});

test("a course that does not exist is not found, nor is one by its id or in other letters", () => {
  const world = makeWorld();
  for (const slug of ["", "course", "NEGLECT", "neglect ", "constructor"]) {
    expect(() => readCourse(world, slug)).toThrow(NotFound);
  }
});

/** Taken off the offer with sessions to come, as only the database can be: nothing of it may show. */
const withdraw = (world: World, slug: string) =>
  world.db.$client.prepare("update courses set offered = 0 where slug = ?").run(slug);

test("courses come in the order of their next session, those without dates last by title, withdrawn ones not at all", () => {
  const world = makeWorld();
  for (const slug of ["later", "soon", "b-none", "a-none"]) addCourse(world, slug);
  addCourse(world, "withdrawn");
  const on = (courseId: string, inDays: number) =>
    world.session({
      courseId,
      meetings: [{ date: addDays(world.today, inDays), startTime: "09:30", endTime: "12:30" }],
    });
  on("later", 20);
  on("soon", 2);
  on("course", 10);
  on("withdrawn", 1);
  withdraw(world, "withdrawn");
  expect(found(world, {})).toEqual(["soon", "neglect", "later", "a-none", "b-none"]);
});

test("board and theme filter; a board or theme that does not exist finds nothing and is no error", () => {
  const world = makeWorld();
  addCourse(world, "adults", { boards: ["ADULT"] });
  addCourse(world, "both", { boards: ["KIDS", "ADULT"] });
  expect(found(world, { board: "ADULT" })).toEqual(["adults", "both"]);
  expect(found(world, { board: "KIDS" })).toEqual(["neglect", "both"]);
  expect(found(world, { theme: "neglect" })).toHaveLength(3);
  for (const nonsense of ["none", "%", "' or 1=1 --", "constructor"]) {
    expect(found(world, { board: nonsense })).toEqual([]);
    expect(found(world, { theme: nonsense })).toEqual([]);
  }
});

test("mode and dates keep only courses with such a session, and show only those sessions", () => {
  const world = makeWorld();
  addCourse(world, "online");
  addCourse(world, "none");
  const date = (inDays: number) => addDays(world.today, inDays);
  const meeting = (inDays: number) => [{ date: date(inDays), startTime: "09:30", endTime: "12:30" }];
  const near = world.session({ meetings: meeting(5) });
  const far = world.session({ meetings: meeting(30) });
  world.session({ courseId: "online", mode: "online", venueId: null, meetings: meeting(6) });
  expect(found(world, { mode: "online" })).toEqual(["online"]);
  expect(found(world, { mode: "in person" })).toEqual(["neglect"]);
  const sessionsShown = (filters: OfferFilters) =>
    searchOffer(world, filters, all)
      .courses.find((course) => course.slug === "neglect")
      ?.sessions.map((one) => one.id);
  expect(sessionsShown({})).toEqual([near, far]);
  expect(sessionsShown({ from: date(30) })).toEqual([far]);
  expect(sessionsShown({ from: date(31) })).toBeUndefined();
  expect(sessionsShown({ to: date(5) })).toEqual([near]);
  expect(sessionsShown({ to: date(4) })).toBeUndefined();
  expect(sessionsShown({ from: date(30), to: date(5) })).toBeUndefined();
  expect(sessionsShown({ from: "0001-01-01", to: "9999-12-31" })).toEqual([near, far]);
});

test("every word must be found somewhere, in any case and any order", () => {
  const world = makeWorld();
  addCourse(world, "debate", { title: "Professional curiosity", summary: "Asking twice." });
  expect(found(world, { q: "CURIOSITY asking" })).toEqual(["debate"]);
  expect(found(world, { q: "curiosity neglected" })).toEqual([]);
  expect(found(world, { q: "three signs" })).toEqual(["neglect"]);
  expect(found(world, { q: "   " })).toHaveLength(2);
});

test("what is special to the database is an ordinary letter in a search", () => {
  const world = makeWorld();
  addCourse(world, "percent", { title: "100% attendance" });
  addCourse(world, "underscore", { title: "Snake_case" });
  addCourse(world, "backslash", { title: "Either\\or" });
  addCourse(world, "quote", { title: "Children's voice" });
  expect(found(world, { q: "%" })).toEqual(["percent"]);
  expect(found(world, { q: "_" })).toEqual(["underscore"]);
  expect(found(world, { q: "\\" })).toEqual(["backslash"]);
  expect(found(world, { q: "'" })).toEqual(["quote"]);
  expect(found(world, { q: "0%" })).toEqual(["percent"]);
  for (const nothing of ["a%z", "S_ake", "' or '1'='1", "*", "100\\%"]) {
    expect(found(world, { q: nothing })).toEqual([]);
  }
});

test("a page out of range, half a page and no page are the first page", () => {
  const world = makeWorld();
  for (let n = 10; n < 35; n++) addCourse(world, `A${n}`);
  const page = (number: number) => {
    const { page: shown, courses, total } = searchOffer(world, {}, { number, size: 10 });
    return { shown, first: courses[0]?.slug, listed: courses.length, total };
  };
  const first = { shown: 1, first: "A10", listed: 10, total: 26 };
  expect(page(1)).toEqual(first);
  expect(page(2)).toEqual({ shown: 2, first: "A20", listed: 10, total: 26 });
  expect(page(3)).toEqual({ shown: 3, first: "A30", listed: 6, total: 26 });
  for (const nonsense of [0, -1, 4, 1.5, 2.5, 1e9, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(page(nonsense)).toEqual(first);
  }
});

test("a course lists its three next sessions and says how many more there are", () => {
  const world = makeWorld();
  const sessions = [3, 1, 2, 4, 5].map((inDays) =>
    world.session({
      meetings: [{ date: addDays(world.today, inDays), startTime: "09:30", endTime: "12:30" }],
    }),
  );
  const [course] = searchOffer(world, {}, all).courses;
  expect(course?.sessions.map((session) => session.id)).toEqual([sessions[1], sessions[2], sessions[0]]);
  expect(course?.more).toBe(2);
});

test("drafts, cancelled and past sessions are not on offer; a session is on offer up to the moment it starts", () => {
  const world = makeWorld();
  const start = instantOf(addDays(world.today, 14), "09:30");
  const published = world.session();
  world.session({ status: "draft" });
  const calledOff = world.session();
  const { sessions } = world.tables;
  world.db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, calledOff)).run();
  const listed = () => listSessionsOfCourse(world, "course").map((session) => session.id);
  expect(listed()).toEqual([published]);
  const searched = () =>
    searchOffer(world, {}, all).courses.flatMap((course) => course.sessions.map((one) => one.id));
  expect(searched()).toEqual([published]);
  expect(listNextSessions(world, 6).map((session) => session.id)).toEqual([published]);
  world.clock.set(start);
  expect(listed()).toEqual([published]);
  world.clock.set(start + 1);
  expect(listed()).toEqual([]);
  expect(found(world, { mode: "in person" })).toEqual([]);
});

test("places left count people who wait first, and a session whose booking has closed says so and is not among the next", () => {
  const world = makeWorld();
  const start = instantOf(addDays(world.today, 14), "09:30");
  const sessionId = world.session({ capacity: 3, bookingClosesAt: start - hours(2) });
  world.book(sessionId, world.person());
  const listed = () => listSessionsOfCourse(world, "course")[0];
  expect(listed()).toMatchObject({ placesLeft: 2, waiting: 0, bookingClosed: false });
  for (let n = 0; n < 4; n++) world.book(sessionId, world.person());
  expect(listed()).toMatchObject({ placesLeft: 0, waiting: 2 });
  world.clock.set(start - hours(2));
  expect(listed()).toMatchObject({ bookingClosed: true });
  expect(listNextSessions(world, 6)).toEqual([]);
});

test("the next sessions are as many as asked for, soonest first, and none of a withdrawn course", () => {
  const world = makeWorld();
  addCourse(world, "withdrawn");
  const on = (inDays: number, courseId = "course") =>
    world.session({
      courseId,
      meetings: [{ date: addDays(world.today, inDays), startTime: "09:30", endTime: "12:30" }],
    });
  const [third, first, , second] = [on(9), on(2), on(1, "withdrawn"), on(5)];
  withdraw(world, "withdrawn");
  expect(listNextSessions(world, 2).map((session) => session.id)).toEqual([first, second]);
  expect(listNextSessions(world, 9).map((session) => session.id)).toEqual([first, second, third]);
});
