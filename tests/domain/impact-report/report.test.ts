// The report of a reporting year: totals that give no small group away, activity with small counts kept out.
import { describe, expect, test } from "vitest";
import { roles } from "~/domain/context";
import { withheldParts } from "~/domain/impact/change";
import { isWithheld } from "~/domain/impact/disclosure/limits";
import {
  type ImpactReport,
  listReportingYears,
  readCourseImpact,
  readImpactReport,
} from "~/domain/impact/impact.server";
import { poolSessions } from "~/domain/impact/measures/pooling";
import { Forbidden } from "~/shared/problems";
import { makeWorld, type World } from "../../support/world";
import { addCourse, askRelevance, deliver, type Learner, numbersIn, reader, risers, year } from "./delivered";

const read = (world: World): ImpactReport => readImpactReport(reader(world), year);
const pairsOf = (learners: Learner[]) =>
  learners.map(({ pre, post }) => ({ pre: Number(pre), post: Number(post) }));

test("a year without deliveries shows nothing and is no error", () => {
  expect(read(makeWorld())).toEqual({
    sessions: 0,
    attendances: 0,
    byBoard: [],
    byTheme: [],
    change: { withheld: true, reason: "fewer than 10" },
    matchedRate: null,
    relevance: null,
    courses: [],
  });
});

test("nine pairs: no figure of theirs anywhere, not even their share of those who came", () => {
  const world = makeWorld();
  deliver(world, [...risers(9, 2), {}, {}, {}]);
  const report = read(world);
  expect(report).toMatchObject({ attendances: 12, matchedRate: null, change: { withheld: true } });
  expect(report.courses).toMatchObject([{ slug: "neglect", sessions: 1, change: { withheld: true } }]);
  expect(new Set(numbersIn(report))).toEqual(new Set([1, 12, 0]));
});

test("from ten pairs on the change of all is what the engine pools, with its matched rate and everyone counted", () => {
  const world = makeWorld();
  addCourse(world, "other");
  const sessions = [risers(8, 1), risers(7, 3), risers(12, 2)];
  const [first = [], second = [], third = []] = sessions;
  deliver(world, first);
  deliver(world, second, { date: "2026-10-07" });
  deliver(world, [...third, {}, {}, {}], { courseId: "other" });
  const report = read(world);
  const { pooled } = poolSessions(sessions.map(pairsOf));
  expect(report).toMatchObject({ sessions: 3, attendances: 30, matchedRate: 27 / 30 });
  expect(report.change).toMatchObject({ pairs: 27, sessions: 3, method: "pooled sessions" });
  if (isWithheld(report.change)) throw new Error("Twenty-seven pairs are enough.");
  expect(report.change.change).toBeCloseTo(pooled.estimate ?? Number.NaN, 12);
  expect(report.courses.map(({ slug, change }) => [slug, isWithheld(change) ? null : change.pairs])).toEqual([
    ["other", 12],
    ["neglect", 15],
  ]);
});

describe("the whole less what is shown of its parts gives no small group away", () => {
  const shown = (report: ImpactReport) =>
    report.courses.flatMap(({ slug, change }) => (isWithheld(change) ? [] : [slug]));

  test("one course of four pairs beside two large ones takes the smaller of them with it, here and on its own page", () => {
    const world = makeWorld();
    for (const id of ["middle", "large"]) addCourse(world, id);
    deliver(world, risers(4, 5));
    deliver(world, risers(11, 2), { courseId: "middle" });
    deliver(world, risers(20, 2), { courseId: "large" });
    const report = read(world);
    expect(report.change).toMatchObject({ pairs: 35 });
    expect(shown(report)).toEqual(["large"]);
    const middle = readCourseImpact(reader(world), "middle", year);
    expect(middle).toMatchObject({
      attended: 11,
      change: { withheld: true, reason: "gives a small number back" },
      matchedRate: { withheld: true },
      direction: { withheld: true },
      items: [{ change: { withheld: true } }, { change: { withheld: true } }],
      startedNearTop: null,
    });
    expect(numbersIn(middle)).toEqual([11]);
    expect(readCourseImpact(reader(world), "large", year).change).toMatchObject({ pairs: 20 });
  });

  test("two small courses that are ten together cover each other", () => {
    const world = makeWorld();
    for (const id of ["small", "large"]) addCourse(world, id);
    deliver(world, risers(4, 5));
    deliver(world, risers(6, 5), { courseId: "small" });
    deliver(world, risers(12, 2), { courseId: "large" });
    expect(shown(read(world))).toEqual(["large"]);
    expect(readCourseImpact(reader(world), "large", year).change).toMatchObject({ pairs: 12 });
  });

  test("relevance: a course of few answers takes the next smallest with it on their own pages", () => {
    const world = makeWorld();
    askRelevance(world);
    for (const id of ["middle", "large"]) addCourse(world, id);
    const answers = (n: number, relevant: number) => Array.from({ length: n }, () => ({ post: 5, relevant }));
    deliver(world, answers(3, 1));
    deliver(world, answers(11, 4), { courseId: "middle" });
    deliver(world, answers(12, 5), { courseId: "large" });
    expect(read(world).relevance).toMatchObject({ answers: 26, mean: (3 + 44 + 60) / 26, highest: 5 });
    const ofCourse = (id: string) => readCourseImpact(reader(world), id, year).reactions;
    expect(ofCourse("course")).toMatchObject([{ mean: { withheld: true }, answers: { withheld: true } }]);
    expect(ofCourse("middle")).toMatchObject([{ mean: { withheld: true }, answers: { withheld: true } }]);
    expect(ofCourse("large")).toMatchObject([{ mean: 5, answers: 12 }]);
  });

  test.each([
    [{ a: 12, b: 30 }, []],
    [{ a: 3, b: 30 }, ["a", "b"]],
    [{ a: 9, b: 10, c: 30 }, ["a", "b"]],
    [{ a: 5, b: 5, c: 30 }, ["a", "b"]],
    [{ a: 0, b: 30 }, []],
    [{ a: 4 }, ["a"]],
    [{ a: 2, b: 3, c: 4, d: 11, e: 12 }, ["a", "b", "c", "d"]],
  ])("of %j %j are withheld", (sizes, parts) => {
    expect([...withheldParts(new Map(Object.entries(sizes)), "partnership")].sort()).toEqual(parts);
  });
});

describe("activity", () => {
  const attended = (n: number): Learner[] => Array.from({ length: n }, () => ({}));
  const absent = (n: number): Learner[] => Array.from({ length: n }, () => ({ state: "did not attend" }));

  test("counts of five and more and of none are shown by board and theme; partly counts as having come", () => {
    const world = makeWorld();
    deliver(world, [...attended(18), { state: "partly attended" }, ...absent(5)]);
    expect(read(world)).toMatchObject({
      attendances: 19,
      byBoard: [{ label: "Children's board", sessions: 1, came: 19, absent: 5 }],
      byTheme: [{ label: "Neglect", sessions: 1, came: 19, absent: 5 }],
    });
    const none = makeWorld();
    deliver(none, attended(12));
    expect(read(none).byTheme).toMatchObject([{ came: 12, absent: 0 }]);
  });

  test.each([1, 4])("%i who stayed away are not shown, nor anything they could be worked out from", (n) => {
    const world = makeWorld();
    for (const theme of ["abuse", "homes"]) addCourse(world, theme, { themeSlug: theme });
    deliver(world, [...attended(12), ...absent(n)]);
    deliver(world, [...attended(20), ...absent(8)], { courseId: "abuse" });
    deliver(world, [...attended(30), ...absent(9)], { courseId: "homes" });
    const { byTheme } = read(world);
    const own = byTheme.find((row) => row.label === "Neglect");
    expect(own?.absent).toBeNull();
    // A reader who knew every total could still not tell: another count of its column is kept back as well.
    expect(byTheme.filter((row) => row.absent === null).length).toBeGreaterThanOrEqual(2);
  });

  test("a course of several boards counts for each; a board without deliveries has no line", () => {
    const world = makeWorld();
    world.db.insert(world.tables.courseBoards).values({ courseId: "course", boardCode: "ADULT" }).run();
    deliver(world, attended(10));
    expect(read(world).byBoard.map((row) => [row.label, row.came])).toEqual([
      ["Children's board", 10],
      ["Adults' board", 10],
    ]);
    expect(read(world).attendances).toBe(10);
  });

  test("sessions that are not delivered yet, and people whose place came to nothing, do not count", () => {
    const world = makeWorld();
    deliver(world, [...attended(10), { state: "cancelled" }, { state: "expired" }, { state: "declined" }]);
    world.book(world.session(), world.person());
    expect(read(world)).toMatchObject({ sessions: 1, attendances: 10 });
  });

  test("fewer than five attendances are withheld, none is not", () => {
    const world = makeWorld();
    deliver(world, attended(4));
    expect(read(world).attendances).toMatchObject({ withheld: true });
  });
});

test("the reporting years run from the oldest delivery to now, newest first", () => {
  const world = makeWorld();
  expect(listReportingYears(world).map(({ label }) => label)).toEqual(["2026-27"]);
  deliver(world, risers(3, 1), { date: "2024-03-31" });
  deliver(world, risers(3, 1), { date: "2025-04-01" });
  expect(listReportingYears(world).map(({ label }) => label)).toEqual([
    "2026-27",
    "2025-26",
    "2024-25",
    "2023-24",
  ]);
});

test("only coordinators, members of the group and the scrutineer may read the report", () => {
  const world = makeWorld();
  const may = ["coordinator", "sdg_member", "scrutineer"];
  for (const role of roles) {
    const attempt = () => readImpactReport(reader(world, role), year);
    if (may.includes(role)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(Forbidden);
  }
  for (const ctx of [world.stranger, world.as(world.person()), world.asSystem]) {
    expect(() => readImpactReport(ctx, year)).toThrow(Forbidden);
  }
});
